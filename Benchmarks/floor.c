/* The least that publishing costs: parse each briefing with cmark-gfm, render it three times, write
   three pages. On one core, without front matter, marks, templates, listings or hashes.

   usage: floor BRIEFINGS OUTPUT */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *editions[] = {"national", "local", "public"};

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static char *contents(const char *path, size_t *size) {
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status) < 0) fail(path);
  char *bytes = malloc(status.st_size + 1);
  ssize_t count = read(file, bytes, status.st_size);
  if (count != status.st_size) fail(path);
  close(file);
  bytes[count] = 0;
  *size = count;
  return bytes;
}

static void write_page(const char *output, const char *edition, const char *name, const char *html) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s/%.*s", output, edition, (int)strlen(name) - 3, name);
  if (mkdir(path, 0755) < 0) fail(path);
  strncat(path, "/index.html", sizeof path - strlen(path) - 1);
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0644);
  size_t length = strlen(html);
  if (file < 0 || write(file, html, length) != (ssize_t)length) fail(path);
  close(file);
}

int main(int count, char **arguments) {
  if (count != 3) return fputs("usage: floor BRIEFINGS OUTPUT\n", stderr), 64;
  char path[4096];
  cmark_gfm_core_extensions_ensure_registered();
  cmark_syntax_extension *table = cmark_find_syntax_extension("table");
  if (mkdir(arguments[2], 0755) < 0) fail(arguments[2]);
  for (int edition = 0; edition < 3; edition++) {
    snprintf(path, sizeof path, "%s/%s", arguments[2], editions[edition]);
    if (mkdir(path, 0755) < 0) fail(path);
  }
  DIR *folder = opendir(arguments[1]);
  if (!folder) fail(arguments[1]);
  for (struct dirent *entry; (entry = readdir(folder));) {
    size_t length = strlen(entry->d_name), size;
    if (length < 4 || strcmp(entry->d_name + length - 3, ".md")) continue;
    snprintf(path, sizeof path, "%s/%s", arguments[1], entry->d_name);
    char *text = contents(path, &size);
    char *body = strstr(text, "\n---\n");
    body = body ? body + 5 : text;
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
    cmark_parser_attach_syntax_extension(parser, table);
    cmark_parser_feed(parser, body, size - (body - text));
    cmark_node *document = cmark_parser_finish(parser);
    for (int edition = 0; edition < 3; edition++) {
      char *html = cmark_render_html(
          document, CMARK_OPT_FOOTNOTES, cmark_parser_get_syntax_extensions(parser));
      write_page(arguments[2], editions[edition], entry->d_name, html);
      free(html);
    }
    cmark_node_free(document);
    cmark_parser_free(parser);
    free(text);
  }
  closedir(folder);
  return 0;
}

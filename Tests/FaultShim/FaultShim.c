// Stands between a program and the C library, and lets the calls that change something on the disk
// go wrong. It shares nothing with the program, so what it shows of it is seen from outside.
//
//   FAULT_LOG=FILE      appends the name of each such call to FILE, one a line; with `list`, of the one
//                       that fails
//   FAULT_KIND=kill     the process is killed (SIGKILL) in place of the n-th call
//   FAULT_KIND=io       the n-th call fails with EIO
//   FAULT_KIND=full     from the n-th call on, nothing can be created or written (ENOSPC)
//   FAULT_KIND=list     the n-th entry of a folder that is asked for cannot be read (EIO)
//   FAULT_AT=N          n, counted from 1
//   FAULT_CLOCK=SECONDS the clock goes wrong by so many seconds

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum kind { none, kill_process, io, full, list };

static atomic_long count;
static long wanted;
static enum kind kind;
static int journal = -1;
static long ahead;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void start(void) {
  const char *at = getenv("FAULT_AT"), *what = getenv("FAULT_KIND"), *file = getenv("FAULT_LOG");
  const char *clock = getenv("FAULT_CLOCK");
  wanted = at ? atol(at) : 0;
  ahead = clock ? atol(clock) : 0;
  if (what && !strcmp(what, "kill")) kind = kill_process;
  if (what && !strcmp(what, "io")) kind = io;
  if (what && !strcmp(what, "full")) kind = full;
  if (what && !strcmp(what, "list")) kind = list;
  if (file) journal = REAL(open)(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

// The error number with which this call fails; 0 where it goes through.
static int fate(const char *name, int creates) {
  if (kind == list) return 0;
  long number = atomic_fetch_add(&count, 1) + 1;
  if (journal >= 0) {
    char line[32];
    size_t length = strlen(name);
    memcpy(line, name, length);
    line[length] = '\n';
    if (REAL(write)(journal, line, length + 1) < 0) abort();
  }
  if (kind == kill_process && number == wanted) raise(SIGKILL);
  if (kind == io && number == wanted) return EIO;
  if (kind == full && wanted > 0 && number >= wanted && creates) return ENOSPC;
  return 0;
}

#define FAIL_OR(name, creates, call) \
  do { \
    int error = fate(name, creates); \
    if (error) { errno = error; return -1; } \
    return call; \
  } while (0)

int mkdir(const char *path, mode_t mode) { FAIL_OR("mkdir", 1, REAL(mkdir)(path, mode)); }

int mkdirat(int folder, const char *path, mode_t mode) {
  FAIL_OR("mkdirat", 1, REAL(mkdirat)(folder, path, mode));
}

int openat(int folder, const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & O_CREAT) {
    va_list rest;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
    FAIL_OR("create", 1, REAL(openat)(folder, path, flags, mode));
  }
  return REAL(openat)(folder, path, flags, mode);
}

int open(const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & O_CREAT) {
    va_list rest;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
    FAIL_OR("create", 1, REAL(open)(path, flags, mode));
  }
  return REAL(open)(path, flags, mode);
}

ssize_t write(int file, const void *bytes, size_t size) {
  if (file <= 2) return REAL(write)(file, bytes, size);
  FAIL_OR("write", 1, REAL(write)(file, bytes, size));
}

int fchmod(int file, mode_t mode) { FAIL_OR("fchmod", 0, REAL(fchmod)(file, mode)); }

int fchown(int file, uid_t owner, gid_t group) {
  FAIL_OR("fchown", 0, REAL(fchown)(file, owner, group));
}

int fsetxattr(int file, const char *name, const void *value, size_t size, int flags) {
  FAIL_OR("fsetxattr", 0, REAL(fsetxattr)(file, name, value, size, flags));
}

int fremovexattr(int file, const char *name) {
  FAIL_OR("fremovexattr", 0, REAL(fremovexattr)(file, name));
}

int futimens(int file, const struct timespec times[2]) {
  FAIL_OR("futimens", 0, REAL(futimens)(file, times));
}

int fsync(int file) { FAIL_OR("fsync", 1, REAL(fsync)(file)); }

int syncfs(int file) { FAIL_OR("syncfs", 1, REAL(syncfs)(file)); }

int renameat(int from, const char *name, int to, const char *new_name) {
  FAIL_OR("renameat", 0, REAL(renameat)(from, name, to, new_name));
}

int renameat2(int from, const char *name, int to, const char *new_name, unsigned flags) {
  FAIL_OR("renameat2", 0, REAL(renameat2)(from, name, to, new_name, flags));
}

int unlinkat(int folder, const char *name, int flags) {
  FAIL_OR("unlinkat", 0, REAL(unlinkat)(folder, name, flags));
}

struct dirent *readdir(DIR *folder) {
  if (kind == list && atomic_fetch_add(&count, 1) + 1 == wanted) {
    if (journal >= 0 && REAL(write)(journal, "list\n", 5) < 0) abort();
    errno = EIO;
    return NULL;
  }
  return REAL(readdir)(folder);
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  int outcome = REAL(clock_gettime)(clock, now);
  if (outcome == 0 && clock == CLOCK_REALTIME) now->tv_sec += ahead;
  return outcome;
}

time_t time(time_t *now) {
  time_t seconds = REAL(time)(NULL) + ahead;
  if (now) *now = seconds;
  return seconds;
}

" Marks and containers of Tearline, on top of Vim's syntax for Markdown.
" Copy it to ~/.vim/after/syntax/markdown.vim (Neovim: ~/.config/nvim/after/syntax/markdown.vim).
"
" Vim's own items take list markers, keys and quotation marks before a match can begin at them. So
" what stands before a mark is looked back at and never part of the match. Groups of the front
" matter's YAML are included ones, which ALL does not reach: they are named.

" Vim's Markdown ignores case. Labels do not.
syntax case match
syntax cluster tearlineCode contains=markdownCode,markdownCodeBlock

" A line that opens or closes a container, wherever Markdown would have it.
syntax match tearlineContainer /^:::\+\(\s.*\)\?$/ containedin=ALL contains=tearlineWord,tearlineLabel
syntax match tearlineWord /\s\zs\(tear\|for\|because\)\ze\s/ contained
syntax match tearlineLabel /\(^:::\+\s\+\(tear\s\+\)\?\)\@40<=[A-Z][A-Z0-9:+.-]*\(\/\/[A-Z0-9:+.\/,-]\+\( [A-Z0-9:+.\/,-]\+\)*\)\?/ contained

" Leading marks: behind the markers of a block (a list, a quote, a heading, a task, a cell, a
" footnote), and in front matter behind a dash, a key, a bracket or a quotation mark.
syntax match tearlineMark /\(^[ \t>]*\(\([-*+]\|\d\+[.)]\|#\{1,6}\)\s\+\)*\(\[[ xX]\]\s\+\)\?\||\s*\|^\[^[^]]*\]:\s\+\)\@120<=([A-Z][A-Z0-9:+.-]*\(\/\/[A-Z0-9:+.,\/ -]\+\)\?)\ze\(\s\|$\)/ containedin=ALLBUT,@tearlineCode
syntax match tearlineMark /\(^\s*\(-\s\+\)*[a-z-]\+:\s\+\|[[{,:-]\s*["']\)\@120<=([A-Z][A-Z0-9:+.-]*\(\/\/[A-Z0-9:+.,\/ -]\+\)\?)\ze\(\s\|["']\|$\)/ containedin=markdownYamlHead,yamlFlowString,yamlPlainScalar
" The box of a task, which Vim would read as the text of a link to the mark.
syntax match tearlineTask /\(^[ \t>]*\([-*+]\|\d\+[.)]\)\s\+\)\@40<=\[[ xX]\]\ze\s/ containedin=ALLBUT,@tearlineCode

" Inline marks work in code too.
syntax match tearlineSpan /\]\@1<={[A-Z][A-Z0-9:+.-]*\(\/\/[A-Z0-9:+.,\/ -]\+\)\?\(|[^}]*\)\?}/ containedin=ALLBUT,tearlineSpan
syntax match tearlineSpan /\]\@1<={[A-Z][A-Z0-9:+.-]*\(\/\/[A-Z0-9:+.,\/ -]\+\)\?\(|[^}]*\)\?}/ containedin=yamlFlowString,yamlPlainScalar

highlight default link tearlineContainer Special
highlight default link tearlineWord Keyword
highlight default link tearlineLabel Constant
highlight default link tearlineMark Constant
highlight default link tearlineSpan Constant
highlight default link tearlineTask Special
syntax case ignore

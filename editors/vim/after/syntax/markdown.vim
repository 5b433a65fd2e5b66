" Marks and containers of Tearline, on top of Vim's syntax for Markdown.
" Copy it to ~/.vim/after/syntax/markdown.vim (Neovim: ~/.config/nvim/after/syntax/markdown.vim).
syntax match tearlineContainer /^:::\+\(\s.*\)\?$/ contains=tearlineWord,tearlineLabel
syntax keyword tearlineWord tear for because contained
syntax match tearlineLabel /\<[A-Z][A-Z0-9:+.-]*\(\/\/[A-Z0-9:+.,\/ -]\+\)\?/ contained
syntax match tearlineMark /\(^\|[-*+|:>#] \|\d[.)] \|["']\)\zs([A-Z][A-Z0-9:+.\/, -]*)\ze\(\s\|$\)/ containedin=ALLBUT,markdownCode,markdownCodeBlock
syntax match tearlineSpan /\]\zs{[A-Z][A-Z0-9:+.\/, -]*\(|[^}]*\)\?}/ containedin=ALLBUT,markdownCode,markdownCodeBlock
highlight default link tearlineContainer Special
highlight default link tearlineWord Keyword
highlight default link tearlineLabel Constant
highlight default link tearlineMark Constant
highlight default link tearlineSpan Constant

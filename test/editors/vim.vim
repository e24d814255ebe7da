" SPDX-License-Identifier: MIT
" Opens FILE with the language server by ALE and prints what the server says, one JSON object, to OUTPUT.
"   CONFIGURATION=vimrc FILE=doorbell.xml FINDINGS=5 HOVER=12:3 OUTPUT=said.json vim -N -u NONE -i NONE -n -es -S vim.vim
" FINDINGS is the number to wait for; HOVER is line:column, 1-based.

function s:WaitFor(what, holds) abort
  let l:tries = 0
  while !a:holds() && l:tries < 400
    sleep 50m
    let l:tries += 1
  endwhile
  if !a:holds()
    throw 'waited in vain for ' . a:what
  endif
endfunction

function s:Findings() abort
  return get(get(g:ale_buffer_info, bufnr(''), {}), 'loclist', [])
endfunction

try
  set runtimepath+=/usr/share/vim-ale
  " ALE has linters of its own, such as xmllint; what they say is not asked here.
  let g:ale_linters = {'xml': ['xep-gdpr']}
  runtime plugin/ale.vim
  filetype on
  execute 'source' fnameescape($CONFIGURATION)
  execute 'edit' fnameescape($FILE)
  ALELint
  call s:WaitFor('findings', {-> len(s:Findings()) >= str2nr($FINDINGS)})
  let s:said = {'findings': map(copy(s:Findings()), {_, one -> one.lnum . ':' . one.col . ' ' . get(one, 'code', '')})}
  let s:at = split($HOVER, ':')
  call cursor(str2nr(s:at[0]), str2nr(s:at[1]))
  let g:ale_floating_preview = 0
  let g:ale_hover_to_preview = 1
  ALEHover
  call s:WaitFor('a hover', {-> bufnr('ALEPreviewWindow') > 0})
  let s:said.hover = join(getbufline(bufnr('ALEPreviewWindow'), 1, '$'), "\n")
  ALEStopAllLSPs
  call writefile([json_encode(s:said)], $OUTPUT)
catch
  call writefile([v:exception . ' ' . v:throwpoint], $OUTPUT)
  cquit
endtry
qall!

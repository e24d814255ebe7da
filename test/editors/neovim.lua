-- SPDX-License-Identifier: MIT
-- Asks the language server of the current buffer what it has to say and prints that, one JSON object.
--   FINDINGS=5 HOVER=12:3 nvim --headless -u NONE -i NONE -n -c 'luafile CONFIGURATION' -c 'edit FILE' -c 'luafile neovim.lua'
-- FINDINGS is the number to wait for; HOVER is line:column, 1-based. Neovim 0.7 and later.

local patience = 20000

local function wait_for(what, holds)
  assert(vim.wait(patience, holds, 10), 'waited in vain for ' .. what)
end

local function found(buffer)
  return vim.tbl_map(function(one)
    return { line = one.lnum + 1, column = one.col + 1, severity = one.severity, code = one.code or one.user_data.lsp.code, source = one.source, message = one.message }
  end, vim.diagnostic.get(buffer))
end

local function talk()
  local buffer = vim.api.nvim_get_current_buf()
  local client
  wait_for('the server', function()
    client = vim.lsp.get_active_clients()[1]
    return client ~= nil and client.initialized == true
  end)
  local id = client.id
  -- The end of the process: the client itself cannot be told of it any more.
  local ended
  local on_exit = client.config.on_exit
  client.config.on_exit = function(code, ...)
    ended = code
    return on_exit and on_exit(code, ...)
  end

  local function ask(method, params)
    local answers, failure = vim.lsp.buf_request_sync(buffer, method, params, patience)
    local answer = answers and answers[id] or {}
    assert(answer.err == nil and answer.error == nil and failure == nil, method .. ': ' .. vim.inspect(answer))
    return answer.result
  end

  local count = tonumber(os.getenv('FINDINGS'))
  wait_for('findings', function() return #vim.diagnostic.get(buffer) >= count end)
  local first = found(buffer)

  local line, column = os.getenv('HOVER'):match('(%d+):(%d+)')
  vim.api.nvim_win_set_cursor(0, { tonumber(line), tonumber(column) - 1 })
  local hover = ask('textDocument/hover', vim.lsp.util.make_position_params())
  local symbols = ask('textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() })

  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, { '<list/>' })
  wait_for('the findings to go', function() return #vim.diagnostic.get(buffer) == 0 end)

  client.stop()
  wait_for('the end of the server', function() return ended ~= nil end)
  return {
    findings = first,
    hover = hover and table.concat(vim.lsp.util.convert_input_to_markdown_lines(hover.contents), '\n') or '',
    symbols = vim.tbl_map(function(one) return one.name end, symbols or {}),
    ended = ended,
  }
end

local worked, result = xpcall(talk, debug.traceback)
if worked then
  io.stdout:write(vim.fn.json_encode(result) .. '\n')
  vim.cmd('qall!')
else
  io.stderr:write(tostring(result) .. '\n')
  vim.cmd('cquit!')
end

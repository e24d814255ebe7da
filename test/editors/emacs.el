;; SPDX-License-Identifier: MIT
;; Opens FILE with the language server by eglot and prints what the server says, one JSON object.
;;   CONFIGURATION=init.el FILE=doorbell.xml FINDINGS=5 HOVER=12:3 emacs --batch -f package-initialize -l emacs.el
;; FINDINGS is the number to wait for; HOVER is line:column, 1-based.

(require 'json)

(defun wait-for (what holds)
  (let ((end (+ (float-time) 20)))
    (while (not (funcall holds))
      (when (> (float-time) end)
        (error "Waited in vain for %s" what))
      (accept-process-output nil 0.02))))

(defun place-of (diagnostic)
  (save-excursion
    (goto-char (flymake-diagnostic-beg diagnostic))
    (format "%d:%d" (line-number-at-pos) (1+ (current-column)))))

(load (getenv "CONFIGURATION") nil t)
(require 'eglot)
(find-file (getenv "FILE"))
;; Nobody types in a batch, which is what eglot waits for before it starts.
(run-hooks 'post-command-hook)
(wait-for "the server" #'eglot-current-server)
(flymake-mode 1)
(flymake-start)
(wait-for "findings" (lambda () (>= (length (flymake-diagnostics)) (string-to-number (getenv "FINDINGS")))))

(let* ((findings (mapcar (lambda (one) `((place . ,(place-of one)) (text . ,(flymake-diagnostic-text one)))) (flymake-diagnostics)))
       (where (mapcar #'string-to-number (split-string (getenv "HOVER") ":")))
       (server (eglot-current-server))
       hover)
  (goto-char (point-min))
  (forward-line (1- (car where)))
  (move-to-column (1- (cadr where)))
  (setq hover (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams)))
  (erase-buffer)
  (insert "<list/>")
  (eglot--signal-textDocument/didChange)
  (wait-for "the findings to go" (lambda () (null (flymake-diagnostics))))
  (set-buffer-modified-p nil)
  (eglot-shutdown server)
  (princ (json-encode `((findings . ,(vconcat findings)) (hover . ,(plist-get (plist-get hover :contents) :value)) (ended . ,(if (jsonrpc-running-p server) :json-false t))))))

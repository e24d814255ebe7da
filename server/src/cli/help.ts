// SPDX-License-Identifier: MIT
import manifest from '../../../package.json' with { type: 'json' };

export const version: string = manifest.version;

/** The program's help, the only place where its options are described. */
export function help(): string {
  return `xep-gdpr ${version}: reviews XMPP Extension Protocols (XEPs) for GDPR relevance.
Advisory: says what a protocol may carry. Not legal advice. No network, no telemetry.

Usage:
  xep-gdpr table PATH...             print the relevance table of XEP sources
  xep-gdpr table --update FILE PATH...
                                     put the rows into the relevance table of a XEP source
  xep-gdpr scan PATH...              print what each XEP source carries
  xep-gdpr triage PATH...            print a page for whoever reviews a XEP source: what it carries, what to ask
  xep-gdpr triage --skeleton PATH    print the source with all points that its Privacy Considerations leave open
                                     put in as TODOs; with -o PATH, change it
  xep-gdpr diff OLD NEW              print what a revision changes; OLD and NEW are PATH, git:REV or git:REV:PATH
  xep-gdpr explain "NS ELEMENT[@ATTRIBUTE]"
                                     print what the dataset says of an element or attribute
  xep-gdpr explain PATH:LINE:COLUMN  print what stands at a place of a XEP source
  xep-gdpr ignore DOCUMENT (--carrier ID | --code CODE) --reason TEXT
                                     add a finding to the ignored ones in ./.xep-gdpr.json
  xep-gdpr deployment SOURCE... [--against NEW]...
                                     print what the operator of a server is told: relevance table, record of
                                     processing, checks, privacy statement, data policy; with --against, what
                                     changes when the sources NEW take the place of SOURCE
  xep-gdpr deployment --update FILE SOURCE...
                                     put table and checks into a XEP source, where nobody has written yet
  xep-gdpr coverage PATH...          print which names the dataset has not judged
  xep-gdpr init-entry PATH           print the skeleton of a dataset entry for a XEP source

PATH is a XEP source or a folder that holds some. DOCUMENT is xep-0191, a ProtoXEP's file name without .xml, or "*".
SOURCE is a DOAP file, a list of XEP numbers (any number on a line), or a saved disco#info answer.

Options:
  -f, --format FORMAT   table: markdown, xep, mediawiki, csv, html, json; scan: text, json, sarif, github;
                        coverage: text, json;
                        triage: markdown, html, text (for a mail); diff: text, markdown, json;
                        deployment: markdown, html, json, xep
  -o, --output FILE     write there instead of to the terminal
      --update FILE     table: rewrite the rows of the table in FILE and nothing else;
                        deployment: fill what is empty or TBD there, or was filled in before
      --against NEW     deployment: compare with these sources; may stand several times
      --part PARTS      deployment: only these of table, record, checks, statement, policy
      --level LEVELS    only these levels: none, low, medium, high; "medium+" means medium and above
      --category IDS    only documents that bring one of these categories
      --status WORDS    only documents of these statuses
      --type WORDS      only documents of these types
      --fail-on WHAT    exit 1 when a document has this level or above, or a finding of this code;
                        diff: when the revision brings it
      --baseline FILE   scan: show, and fail on, only what this file does not know
      --update-baseline scan: put all findings into that file and print none
      --dataset FILE    own dataset entries, before the built-in ones
      --ignore-file FILE
                        this file instead of the .xep-gdpr.json above each source
      --carrier ID      ignore: the carrier, as scan prints it
      --code CODE       ignore: the code, such as considerations/privacy-missing
      --reason TEXT     ignore: why
      --author NAME     ignore: who says so
      --until DATE      ignore: the last day on which it holds, YYYY-MM-DD
  -j, --jobs N          use N threads
  -q, --quiet           no progress, no notes
      --color WHEN      auto, always, never
  -h, --help            this text
  -v, --version         the version

Exit status: 0 done, 1 --fail-on met, 2 wrong usage or an unreadable input (named; the others are still reviewed).
`;
}

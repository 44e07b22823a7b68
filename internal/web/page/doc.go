// Package page is what the pages of the window have in common, whosever they are: the desk that
// they work with, the frame around them with its menu and who acts, the addresses that they lead
// to, a commune's line in a list, how verdicts and outcomes look, and how what went wrong is told.
//
// A package of pages has its templates beside it, lists its Routes, and answers each with Show,
// whole or not at all, or with Redirect once something was written.
package page

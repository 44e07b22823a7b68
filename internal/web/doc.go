// Package web is the window: the commune's year as pages in the browser of the person who
// sits at the machine, without a network, over the same store as the command line.
//
// One window serves one store, on 127.0.0.1 and a free port, behind its guard (package door). The
// office's pages and the council's are packages of their own (bureau, hall); all stand in one frame
// (page).
//
// A page is one file with its view model beside it, its words in templates. It calls the
// offices' work (package office), judges nothing and knows no SQL. Every form works without
// script; htmx only exchanges the part that a typed cell changes.
package web

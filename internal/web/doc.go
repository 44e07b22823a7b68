// Package web is the window: the commune's year as pages in the browser of the person who
// sits at the machine, without a network, over the same store as the command line.
//
// One window serves one store, on 127.0.0.1 and a free port. Everything lies under a path
// drawn at random; a token taken once opens it and becomes a cookie that only this path and
// port see. One guard (door) stands before every page, for another program or another site
// on the machine must not read or write here by way of the browser.
//
// A page is one file with its view model beside it, its words in templates. It calls the
// offices' work (package office), judges nothing and knows no SQL. Every form works without
// script; htmx only exchanges the part that a typed cell changes.
package web

package page

import (
	"time"

	"ntm/criteria"
	"ntm/internal/store"
	"ntm/internal/wordpapers"
)

// Desk is what a window works with.
type Desk struct {
	Store   *store.Store
	Library *criteria.Library
	Version string // of the program
	Now     func() time.Time
	By      string // who acts, until the page says another name

	Templates wordpapers.Templates // of an office's own, for Word papers
	Evidence  string               // the folder that the files of evidence of all communes lie below

	Decisions string // the folder of the decisions that are gone through
	Criteria  string // the folder of the office's own packs, "" where there is none
	// Load loads the law with the packs of that folder, or where the folder is empty without.
	Load func(empty bool) (*criteria.Library, error)
}

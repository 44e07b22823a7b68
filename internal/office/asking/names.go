package asking

import (
	"sync"

	"ntm/criteria"
	"ntm/internal/assess"
)

// Names are what people call figures, looked up once for all communes that were judged by the
// same requirements: of thousands of reports, finding what a name means takes longer than
// judging does.
type Names struct {
	lib   *criteria.Library
	level criteria.Level
	known sync.Map // of nameIn to meaning
}

type nameIn struct {
	set  *criteria.Set
	name string
}

type meaning struct {
	entry *criteria.Figure
	err   error
}

// NewNames knows none yet. Numbers are those of the level, "" for any.
func NewNames(lib *criteria.Library, level criteria.Level) *Names {
	return &Names{lib: lib, level: level}
}

// Of reads what is supposed of one of the reports.
func (n *Names) Of(a *assess.Assessment) Supposing {
	return Supposing{Lib: n.lib, Before: a, Level: n.level, names: n}
}

// meant is entry, by what is known of the name.
func (o Supposing) meant(name string) (*criteria.Figure, error) {
	if o.names == nil {
		return o.entry(name)
	}
	key := nameIn{o.Before.Set, name}
	if m, known := o.names.known.Load(key); known {
		return m.(meaning).entry, m.(meaning).err
	}
	entry, err := o.entry(name)
	o.names.known.Store(key, meaning{entry, err})
	return entry, err
}

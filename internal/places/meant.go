package places

import (
	"time"

	"ntm/internal/list"
)

// Meant is the communes that a text which names not one may mean on a day, as many as the message of
// [Find] names: those between which it leaves the choice, else those whose name is like it. An old
// unit means those that it went into.
func Meant(text string, on time.Time) []Unit {
	d, q := On(on), Ask(text).clean()
	found := list.Where(d.meant(q), Unit.Rural)
	return found[:min(choices, len(found))]
}

func (d *Directory) meant(q Query) []Unit {
	switch {
	case q.Code != "":
		return d.from(d.other().best(q))
	case key(q.Name) == "":
		return nil
	}
	if found := d.best(q); len(found) > 0 {
		return found
	}
	if found := d.relaxed(q); len(found) > 0 {
		return found
	}
	if found := d.from(d.other().best(q)); len(found) > 0 {
		return found
	}
	near := d.nearNames(q)
	return near[:min(likes, len(near))]
}

// from is the units of the list that came of those of the list before, each once.
func (d *Directory) from(was []Unit) (out []Unit) {
	if d.old {
		return nil
	}
	for _, u := range was {
		out = list.Once(out, successors(u)...)
	}
	return out
}

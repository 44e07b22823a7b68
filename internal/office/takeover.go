package office

import (
	"context"
	"fmt"
	"slices"

	"ntm/internal/docket"
	"ntm/internal/parcel"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// TakenOver is what became of a store that another office handed over.
type TakenOver struct {
	File     string   `json:"file"`
	Subjects int      `json:"subjects"` // communes and councils in it
	Added    int      `json:"added"`    // events
	Events   []ByKind `json:"events"`   // that were added
	LeftOut  []ByKind `json:"left_out"` // that come in with decisions only

	Evidence *parcel.Placed `json:"evidence"`

	Conflicts []string `json:"-"` // where events of two offices contradict
}

// TakeOver adds what is new in a store that was handed over, and puts the evidence that came with
// it below a folder first, which must all be sound; what decides, and what
// follows from it, only with decisions. begin learns how many communes and councils there
// are, and gives what is called as they are done.
func TakeOver(ctx context.Context, st *store.Store, folder, file string, decisions bool,
	begin func(int) (steps func(int))) (*TakenOver, error) {
	other, err := OpenHandedOver(ctx, file)
	if err != nil {
		return nil, err
	}
	defer other.Close() //nolint:errcheck // opened for reading
	of, err := other.Subjects(ctx, "", "")
	if err != nil {
		return nil, err
	}
	if other.parcel != nil {
		if err := other.parcel.Check(ctx); err != nil {
			return nil, err
		}
	}
	with, err := other.unpack(ctx, folder)
	if err != nil {
		return nil, err
	}
	choose := store.Choice(withoutDecisions)
	if decisions {
		choose = nil
	}
	added, left, err := st.MergeSome(ctx, other.Store, of, choose, begin(len(of)))
	if err != nil {
		return nil, problem.In(file, err)
	}
	return &TakenOver{file, len(of), len(added), countedByKind(added), countedByKind(left), with,
		conflicts(ctx, st, of)}, nil
}

// conflicts names the communes and councils in which events of two offices contradict.
func conflicts(ctx context.Context, st *store.Store, of []store.Subject) (names []string) {
	for _, subject := range of {
		if subject.Council != "" {
			all, err := st.Councils(ctx, subject.Province)
			contradicts := func(c *docket.Council) bool { return c.ID == subject.Council && len(c.Conflicts) > 0 }
			if err == nil && slices.ContainsFunc(all, contradicts) {
				names = append(names, fmt.Sprintf("hội đồng %s: có việc của hai nơi trái nhau (ntm doctor)",
					subject.Council))
			}
		}
		if subject.Commune == "" {
			continue
		}
		c, err := st.Commune(ctx, subject.Province, subject.Commune)
		if err == nil && slices.ContainsFunc(c.Dossiers, func(d *docket.Dossier) bool { return len(d.Conflicts) > 0 }) {
			names = append(names, fmt.Sprintf("%s: có việc của hai nơi trái nhau (ntm show %s)", c.Name(), c.Key))
		}
	}
	return names
}

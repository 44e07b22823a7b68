package office

import (
	"context"
	"errors"
	"slices"
	"time"

	"ntm/internal/places"
	"ntm/internal/store"
	"ntm/internal/whole"
)

// PartFor are the communes and councils that are handed over: one commune with the
// councils that it was before, or with a province all that counts to it.
func PartFor(ctx context.Context, st *store.Store, which Which, province string) ([]store.Subject, error) {
	if province != "" {
		return partOfProvince(ctx, st, province)
	}
	h, err := which.Holder(ctx, st)
	if err != nil {
		return nil, err
	}
	subjects, err := st.Subjects(ctx, h.Province, h.Commune)
	if err != nil {
		return nil, err
	}
	return withCouncils(ctx, st, subjects)
}

// partOfProvince is all of a province; of one that is no more what lay in it.
func partOfProvince(ctx context.Context, st *store.Store, province string) ([]store.Subject, error) {
	p, err := StoredProvince(ctx, st, province)
	if err != nil {
		return nil, err
	}
	subjects, err := st.Subjects(ctx, p.Home, "")
	if err != nil || !p.Gone {
		return subjects, err
	}
	if subjects, err = onlyWithin(ctx, st, p, subjects); err != nil {
		return nil, err
	}
	return withCouncils(ctx, st, subjects)
}

// onlyWithin are the communes among the subjects that count to a province.
func onlyWithin(ctx context.Context, st *store.Store, p places.Province, of []store.Subject) ([]store.Subject, error) {
	holders, err := st.Holders(ctx, Within(p))
	if err != nil {
		return nil, err
	}
	there := map[string]bool{}
	for _, h := range holders {
		there[h.Commune] = true
	}
	return slices.DeleteFunc(of, func(s store.Subject) bool { return !there[s.Commune] }), nil
}

// withCouncils adds the councils that the communes' dossiers were or are before.
func withCouncils(ctx context.Context, st *store.Store, of []store.Subject) ([]store.Subject, error) {
	out := slices.Clone(of)
	for _, subject := range of {
		found, err := st.Dossiers(ctx, store.Filter{Province: subject.Province, Commune: subject.Commune})
		if err != nil {
			return nil, err
		}
		for _, d := range found {
			if sat := (store.Subject{Province: d.Province, Council: d.Council}); d.Council != "" &&
				!slices.Contains(out, sat) {
				out = append(out, sat)
			}
		}
	}
	return out, nil
}

// WriteBundle writes a part of a store to a file, as a store of its own with the evidence below a
// folder that its reports name; step learns how many more were written.
func WriteBundle(ctx context.Context, st *store.Store, part []store.Subject, folder, file string, force bool,
	now func() time.Time, step func(n int)) (with *Carried, err error) {
	err = whole.Replace(file, force, func(temp string) error {
		made, err := store.OpenOrMake(ctx, temp+".kho", now)
		if err != nil {
			return err
		}
		if _, err = made.MergeFrom(ctx, st, part, step); err == nil {
			err = made.Backup(ctx, temp+".db") // one whole file, with nothing beside it
		}
		if err = errors.Join(err, made.Close()); err != nil {
			return err
		}
		if with, err = carryPart(ctx, st, folder, part); err != nil {
			return err
		}
		return with.pack(ctx, temp+".db", temp)
	})
	return with, err
}

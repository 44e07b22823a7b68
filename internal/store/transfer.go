package store

import (
	"context"
	"fmt"
	"slices"

	"ntm/internal/problem"
)

// Transfer copies a whole store, as it is at this moment, into another one, of
// whatever engine: every event, every document and every working copy. What an earlier Transfer brought
// over before it was cut off is not brought again. What cannot be read of an unsound
// store is named in the problems of Health, and left out. At the end both are checked,
// and their digests are equal; Health is that of both. A store that holds what from
// does not is refused before anything is written.
func Transfer(ctx context.Context, from, to *Store, done func(subjects int)) (health *Health, err error) {
	err = from.Moment(ctx, func(from *Store) error {
		if err := onlyOf(ctx, from, to); err != nil {
			return err
		}
		of, err := from.Subjects(ctx, "", "")
		if err != nil {
			return err
		}
		given, err := from.check(ctx)
		if err != nil {
			return err
		}
		m := merging{from: from, sound: !given.Sound()}
		if _, _, err := to.merge(ctx, m, of, done); err != nil {
			return err
		}
		if err := to.keepFrom(ctx, m); err != nil {
			return err
		}
		if err := to.workFrom(ctx, from); err != nil {
			return err
		}
		if health, err = to.Check(ctx); err != nil {
			return err
		}
		if given.Digest != health.Digest || given.Sound() && !health.Sound() {
			return problem.Problem{File: to.name,
				Message: fmt.Sprintf("chép xong nhưng hai kho không giống nhau: %d và %d việc, %d và %d văn bản",
					given.Events, health.Events, given.Documents, health.Documents),
				Hint: "có người ghi vào kho nhận trong lúc chép, hoặc một kho đã hỏng: kiểm tra cả hai bằng ntm doctor"}
		}
		health.Problems = given.Problems // of what was not taken over
		return nil
	})
	return health, err
}

// onlyOf refuses a store that holds an event which from does not.
func onlyOf(ctx context.Context, from, to *Store) error {
	theirs, err := from.ids(ctx)
	if err != nil {
		return err
	}
	ours, err := to.ids(ctx)
	if err != nil {
		return err
	}
	for id := range ours {
		if !theirs[id] {
			return problem.Problem{File: to.name, Message: "kho nhận đã có dữ liệu mà kho gửi không có, không " +
				"chép đè", Hint: "chép vào một kho trống; muốn gộp hai kho thì dùng ntm bundle rồi ntm import"}
		}
	}
	return nil
}

// ids are those of all events.
func (s *Store) ids(ctx context.Context) (map[string]bool, error) {
	found, err := columnOf[string](ctx, s.read, "SELECT id FROM events")
	out := make(map[string]bool, len(found))
	for _, id := range found {
		out[id] = true
	}
	return out, s.explain(err)
}

// keepFrom brings over the documents that no event names.
func (s *Store) keepFrom(ctx context.Context, m merging) error {
	ours, err := s.digests(ctx)
	if err != nil {
		return err
	}
	theirs, err := m.from.digests(ctx)
	if err != nil {
		return err
	}
	for province, digests := range theirs {
		missing := slices.DeleteFunc(digests, func(digest string) bool {
			_, there := slices.BinarySearch(ours[province], digest)
			return there
		})
		for part := range slices.Chunk(missing, mostRows) {
			found, err := m.documents(ctx, province, part)
			if err != nil {
				return err
			}
			err = s.add(ctx, nil, func(w *writing, _ bool) error {
				for _, d := range found {
					w.keep(province, d)
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// digests are those of all documents, sorted, by province.
func (s *Store) digests(ctx context.Context) (map[string][]string, error) {
	out := map[string][]string{}
	err := eachRow(ctx, s.read, func(scan scanner) error {
		var province, digest string
		err := scan(&province, &digest)
		out[province] = append(out[province], digest)
		return err
	}, "SELECT province, digest FROM documents ORDER BY province, digest")
	return out, s.explain(err)
}

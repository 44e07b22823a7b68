package store

import (
	"context"
	"fmt"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/vi"
)

// each hands on the rows of a table one by one. One that cannot be read is named, with
// what is wrong with it, and the rest goes on.
func (t *table) each(ctx context.Context, on querier, tail string, args []any,
	use func(scan scanner) error, bad func(row string)) error {
	return eachRow(ctx, on, func(scan scanner) error {
		if use(scan) == nil {
			return nil
		}
		values := make([]any, len(t.columns))
		into := make([]any, len(values))
		for i := range values {
			into[i] = &values[i]
		}
		if err := scan(into...); err != nil {
			return err
		}
		bad(t.malformed(values))
		return nil
	}, "SELECT "+t.list()+" FROM "+t.name+" "+tail, args...)
}

// whose is the last of the columns that tell whose an event is.
const whose = 3

// malformed names a row that cannot be read: its table, its key, whose it is, and what
// stands where something else is expected.
func (t *table) malformed(values []any) string {
	var key, flaws []string
	for i, v := range values {
		text := printed(v)
		column := t.columns[i]
		if i < t.key || t == eventsTable && i <= whose {
			key = append(key, text)
		}
		if flaw := flawOf(column, v); flaw != "" {
			flaws = append(flaws, flaw)
		}
	}
	if flaws == nil {
		flaws = []string{"nội dung không đọc được"}
	}
	return fmt.Sprintf("bảng %s, dòng %s: %s", t.name, vi.Join(", ", key...), strings.Join(flaws, "; "))
}

// flawOf tells what is wrong with a column's value, "" for nothing that can be seen.
func flawOf(column string, v any) string {
	text := printed(v)
	var err error
	switch column {
	case "year":
		if _, whole := v.(int64); !whole {
			return fmt.Sprintf("cột year ghi %q, cần một năm", text)
		}
	case "at":
		_, err = time.Parse(timeFormat, text)
	case "day":
		if text != "" {
			err = new(criteria.Date).UnmarshalText([]byte(text))
		}
	}
	switch {
	case v == nil:
		return "cột " + column + " trống"
	case err != nil:
		return fmt.Sprintf("cột %s ghi %q, không phải thời gian", column, text)
	}
	return ""
}

// printed is a value as a person may see it.
func printed(v any) string {
	const most = 60
	text := ""
	switch v := v.(type) {
	case nil:
	case []byte:
		text = string(v)
	default:
		text = fmt.Sprint(v)
	}
	return vi.Short(strings.ToValidUTF8(text, "?"), most)
}

// readable hands on the events that can be read, in an order that tail asks for; the
// others are named.
func readable(ctx context.Context, on querier, tail string, args []any, use func(e docket.Event, seal string),
	bad func(row string)) error {
	return eventsTable.each(ctx, on, tail, args, func(scan scanner) error {
		e, seal, err := scanEvent(scan)
		if err != nil {
			return err
		}
		if docket.Readable(&e) != nil {
			bad(fmt.Sprintf("bảng events, dòng %s, %s: việc loại %q, nội dung không đọc được", e.ID, subjectOf(&e),
				printed(string(e.Kind))))
			return nil //nolint:nilerr // it is noted, and the rest goes on
		}
		use(e, seal)
		return nil
	}, bad)
}

// readableEvents are the events of some subjects that can be read.
func readableEvents(ctx context.Context, on querier, of ...Subject) (map[Subject][]docket.Event, error) {
	out := map[Subject][]docket.Event{}
	for _, key := range of {
		err := readable(ctx, on, "WHERE province = $1 AND commune = $2 AND council = $3 ORDER BY at, id",
			[]any{key.Province, key.Commune, key.Council},
			func(e docket.Event, _ string) { out[key] = append(out[key], e) }, func(string) {})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

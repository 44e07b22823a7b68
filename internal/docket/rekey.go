package docket

import (
	"encoding/json"
	"fmt"
	"strings"

	"ntm/internal/places"
	"ntm/internal/vi"
)

// Rekeyer finds out of which unit the events of stores of structure 1 and 2 are.
// Those named a commune by its bare code, whatever unit bore it, one outside the lists
// by its names as they were typed, and a province by its name in the list of the year.
// First all subjects are shown to Learn, then every event is given to Rewrite.
//
// The year tells the list, but in 2025: there the report does, a step the report it
// followed, and the end of a title who held it.
type Rekeyer struct {
	units map[string]unitKey    // by the event's id
	cases map[[3]string]unitKey // by old province, old key and old council
	added []Event
}

// unitKey names a unit: its Home and Key.
type unitKey struct{ home, key string }

// NewRekeyer knows nothing yet.
func NewRekeyer() *Rekeyer {
	return &Rekeyer{units: map[string]unitKey{}, cases: map[[3]string]unitKey{}}
}

// Learn is shown all events of one subject, in their order.
func (r *Rekeyer) Learn(events []Event) error {
	t := tracing{reports: map[string]bool{}, years: map[int]bool{}}
	for i := range events {
		e := &events[i]
		if e.Council != "" {
			continue
		}
		body, err := read(e)
		if err != nil {
			return err
		}
		of := unitOf(e.Province, e.Commune, t.isNew(e, body))
		r.units[e.ID] = of
		if b, ok := body.(BatchBody); ok {
			r.cases[[3]string{e.Province, e.Commune, b.Council}] = of
		}
	}
	return nil
}

// tracing follows the events of one code through the reform.
type tracing struct {
	reports map[string]bool // by their digest: whether it names its commune by the new list
	years   map[int]bool    // the same of the newest report of a year
	holder  bool            // the same of the newest title
}

// isNew tells whether an event is of the unit that the new list has.
func (t *tracing) isNew(e *Event, body any) bool {
	now, told := t.years[e.Year]
	if !told {
		now = e.Year > reformYear
	}
	switch b := body.(type) {
	case ReceivedBody:
		now = b.Place.District == "" && e.Year >= reformYear
		t.reports[b.Report], t.years[e.Year] = now, now
	case AssessedBody:
		if of, known := t.reports[b.Report]; known {
			now = of
		}
	case MergedBody:
		now = b.Place.District == "" && e.Year >= reformYear
		t.years[e.Year], t.holder = now, now
	case MergedIntoBody:
		now = e.Year > reformYear
	case Decision:
		if e.Kind == Revoked {
			return t.holder
		}
		if e.Kind == Recognised {
			t.holder = now
		}
	}
	return now
}

// reformYear is the year within which the lists of units change.
const reformYear = 2025

// HomeOf is the Home of what stores of structure 2 kept under the name of a province.
func HomeOf(province string) string {
	if p, listed := places.FindProvince(province); listed {
		return p.Home
	}
	return places.DeclaredHome(province)
}

// unitOf is the unit that a key of structure 2 meant.
func unitOf(province, key string, isNew bool) unitKey {
	if places.IsDeclared(key) {
		return unitKey{places.DeclaredHome(province), places.DeclaredKey(places.DeclaredNames(key))}
	}
	before, now, isOld, isListed := places.OfCode(key)
	switch {
	case isListed && (isNew || !isOld):
		return unitKey{now.Home(), now.Key()}
	case isOld:
		return unitKey{before.Home(), before.Key()}
	}
	return unitKey{HomeOf(province), key}
}

// Rewrite gives an event the names of this structure, also in what it tells.
func (r *Rekeyer) Rewrite(e *Event) error {
	province, council := e.Province, e.Council
	e.Council = councilID(province, council)
	if council != "" {
		e.Province = HomeOf(province)
		return r.councilBody(e, province, council)
	}
	was := e.Commune
	of := r.units[e.ID]
	e.Province, e.Commune = of.home, of.key
	body, err := read(e)
	if err != nil {
		return err
	}
	switch b := body.(type) {
	case BatchBody:
		b.Council = councilID(province, b.Council)
		e.Body = encoded(b)
	case Vote:
		b.Council = councilID(province, b.Council)
		e.Body = encoded(b)
	case MergedIntoBody:
		into := unitOf(b.Province, b.Commune, e.Year >= reformYear)
		b.Province, b.Commune = into.home, into.key
		e.Body = encoded(b)
	case MergedBody:
		r.merged(e, b, was)
	}
	return nil
}

// merged renames the parts of a merger. The old unit of the new one's code had no end
// of its own, for both were one subject: it gets one.
func (r *Rekeyer) merged(e *Event, b MergedBody, was string) {
	for i := range b.Parts {
		p := &b.Parts[i]
		if p.Commune == "" {
			continue
		}
		ends := p.Commune == was && p.Whole
		of := unitOf(p.Province, p.Commune, e.Year > reformYear)
		p.Province, p.Commune = of.home, of.key
		if ends && of.key != e.Commune {
			end := New(MergedInto, e.By, of.home, of.key, e.Year, MergedIntoBody{e.Province, e.Commune, b.Place.Title})
			end.ID, end.At = e.ID+"-"+of.key, e.At
			r.added = append(r.added, end)
		}
	}
	e.Body = encoded(b)
}

// Added are the events that Rewrite found missing.
func (r *Rekeyer) Added() []Event { return r.added }

// councilID is the id of a council: those of provinces that are no more stand beside
// those of the province of today, which may have given the same.
func councilID(province, id string) string {
	if p, listed := places.FindProvince(province); listed && p.Gone && id != "" {
		return id + "-" + strings.ReplaceAll(strings.ReplaceAll(vi.Fold(p.Name), " - ", "-"), " ", "-")
	}
	return id
}

// councilBody renames the communes that a council's event tells of.
func (r *Rekeyer) councilBody(e *Event, province, council string) error {
	key := func(was string) string {
		if of, known := r.cases[[3]string{province, was, council}]; known {
			return of.key
		}
		return unitOf(province, was, e.Year > reformYear).key
	}
	switch e.Kind {
	case CaseAdded, CaseRemoved:
		return rewritten(e, func(b *CaseBody) error {
			b.Commune = key(b.Commune)
			return nil
		})
	case BallotsIssued:
		return rewritten(e, func(b *BallotsIssuedBody) error {
			for i := range b.Cases {
				b.Cases[i].Commune = key(b.Cases[i].Commune)
			}
			return nil
		})
	case CouncilOpened:
		return rewritten(e, func(b *CouncilOpenedBody) error {
			return changed(&b.Details, func(details map[string]json.RawMessage) error {
				details["id"] = encoded(e.Council)
				return nil
			})
		})
	case Counted:
		return rewritten(e, func(b *CountedBody) error {
			return changed(&b.Counted, func(sums map[string]json.RawMessage) error { return recounted(sums, key) })
		})
	}
	return nil
}

// recounted renames the communes of a count.
func recounted(sums map[string]json.RawMessage, key func(string) string) error {
	var results []map[string]json.RawMessage
	if err := json.Unmarshal(sums["results"], &results); err != nil {
		return err
	}
	for _, one := range results {
		var was string
		if err := json.Unmarshal(one["key"], &was); err != nil {
			return err
		}
		one["key"] = encoded(key(was))
	}
	sums["results"] = encoded(results)
	return nil
}

// rewritten changes the body of an event.
func rewritten[B any](e *Event, change func(*B) error) error {
	b, err := decode[B](e)
	if err != nil {
		return err
	}
	if err := change(&b); err != nil {
		return fmt.Errorf("sự kiện %s: %w", e.ID, err)
	}
	e.Body = encoded(b)
	return nil
}

// changed changes some fields of a JSON object of another package.
func changed(data *json.RawMessage, change func(map[string]json.RawMessage) error) error {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(*data, &fields); err != nil || fields == nil {
		return err
	}
	err := change(fields)
	*data = encoded(fields)
	return err
}

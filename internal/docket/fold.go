package docket

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"ntm/internal/places"
)

// Fold is what the events of one commune add up to. They are sorted; the error is
// an event that cannot be read.
func Fold(events []Event) (*Commune, error) {
	c := &Commune{}
	for i := range events {
		e := &events[i]
		if e.Council != "" {
			return nil, fmt.Errorf("sự kiện %s là của hội đồng, không phải của xã", e.ID)
		}
		err := c.Take(e)
		if err == nil {
			continue
		}
		if !IsRefusal(err) {
			return nil, err
		}
		if _, twice := errors.AsType[*Already](err); !twice {
			d := c.dossier(e)
			d.Conflicts = append(d.Conflicts, Conflict{Event: e.ID, Mark: markOf(e), Why: err.Error()})
		}
		c.past = append(c.past, *e) // it may find its place when a step before it is taken back
	}
	return c, nil
}

// Take is the event's turn: it is refused (IsRefusal), or follows. Any other error
// is an event that cannot be read.
func (c *Commune) Take(e *Event) error {
	c.Province, c.Key = e.Province, e.Commune
	body, err := read(e)
	if err != nil {
		return err
	}
	if err := c.refuses(e, body); err != nil {
		return err
	}
	if b, ok := body.(CorrectedBody); ok {
		return c.correct(e, b)
	}
	c.apply(e, body)
	c.past = append(c.past, *e)
	return nil
}

// correct takes back a step: what stands is what the other events add up to. The step
// and its correction stay in the record.
func (c *Commune) correct(e *Event, b CorrectedBody) error {
	struck := maps.Clone(c.struck)
	if struck == nil {
		struck = map[string]bool{}
	}
	struck[b.Event], struck[e.ID] = true, true
	past := append(slices.Clone(c.past), *e)
	kept := slices.DeleteFunc(slices.Clone(past), func(e Event) bool { return struck[e.ID] })
	again, err := Fold(kept)
	if err != nil {
		return err
	}
	again.Province, again.Key, again.past, again.struck = c.Province, c.Key, past, struck
	*c = *again
	if b.Kind != Titled {
		c.dossier(e).Last = markOf(e)
	}
	return nil
}

// read is the typed body of an event.
func read(e *Event) (any, error) {
	if s := stepOf(e.Kind); s.event != nil {
		return s.event.read(e)
	}
	return nil, unknown(e)
}

// unknown is the error of an event that a newer program wrote.
func unknown(e *Event) error {
	return fmt.Errorf("sự kiện %s thuộc loại %q mà chương trình này không biết; dùng phiên bản mới hơn", e.ID, e.Kind)
}

// dossier is the dossier of the event's year, a new one if need be.
func (c *Commune) dossier(e *Event) *Dossier {
	if d := c.Dossier(e.Year); d != nil {
		return d
	}
	d := newDossier(e)
	c.Dossiers = append(c.Dossiers, d)
	slices.SortFunc(c.Dossiers, func(a, b *Dossier) int { return a.Year - b.Year })
	return d
}

// newDossier is a year without a report. A unit of the lists has its name all the same.
func newDossier(e *Event) *Dossier {
	d := &Dossier{Province: e.Province, Commune: e.Commune, Code: places.CodeOf(e.Commune), Year: e.Year, Stage: None}
	if p, known := places.ByKey(e.Commune); known {
		d.Place = PlaceOf(p)
	}
	return d
}

// apply lets an event that may follow change what stands.
func (c *Commune) apply(e *Event, body any) {
	switch b := body.(type) { // the year of these may have no dossier, and needs none
	case MergedIntoBody:
		c.Into = &b
		c.endTitles(e.Year)
		return
	case TitledBody:
		c.enter(e, b)
		return
	}
	d := c.dossier(e)
	switch b := body.(type) {
	case ReceivedBody:
		d.Place = b.Place
		d.Reports = append(d.Reports, ReportRef{b.Report, e.At, e.By, b.File})
		d.Decision, d.Vote, d.Council, d.Conclusion = nil, nil, "", nil
	case AssessedBody:
		d.Assessment = &AssessmentRef{b, e.At}
	case SubmittedBody:
		d.Level, d.Reasons, d.Opinions = b.Level, nil, nil
		d.Vote, d.Council, d.Decision, d.Conclusion = nil, "", nil, nil
	case SentBackBody:
		d.Reasons = b.Reasons
	case Opinion:
		d.opine(b)
	case BatchBody:
		d.Council, d.Vote, d.Conclusion = b.Council, nil, nil
		if e.Kind == Unbatched {
			d.Council = ""
		}
	case Vote:
		d.Vote = &b
	case Conclusion:
		d.Conclusion = &b
	case Decision:
		c.decide(e, d, b)
	case MergedBody:
		c.Origin, d.Place = &b, b.Place
		c.endTitles(e.Year) // of an old commune of the same code
		if b.Level != "" {
			c.Titles = append(c.Titles, Title{Level: b.Level, Year: e.Year, Merged: true})
		}
	}
	d.stands(e, body)
	d.Last = markOf(e)
}

// stands notes where a step led, on what day and on what grounds.
func (d *Dossier) stands(e *Event, body any) {
	s := stepOf(e.Kind)
	if s.from == nil || e.Kind == Assessed {
		return
	}
	if s.to != "" {
		d.Stage = s.to
	}
	d.steps = append(d.steps, Step{e.ID, markOf(e)})
	if e.Kind != Received && e.Kind != Opined && e.Kind != Revoked {
		d.Since = e.Day
	}
	if g := groundsOf(body); g.Reason != "" {
		d.Grounds = &Standing{g, e.By, e.Day}
	}
}

// endTitles ends the titles in force: the commune they were given to is no more.
func (c *Commune) endTitles(year int) {
	for i := range c.Titles {
		if t := &c.Titles[i]; t.Holds() {
			t.Ended, t.EndedIn = true, year
		}
	}
}

// opine puts an opinion in the place of the department's earlier one.
func (d *Dossier) opine(o Opinion) {
	same := func(had Opinion) bool { return had.Department == o.Department && had.On == o.On }
	if i := slices.IndexFunc(d.Opinions, same); i >= 0 {
		d.Opinions[i] = o
		return
	}
	d.Opinions = append(d.Opinions, o)
}

// decide applies what the chairman signed.
func (c *Commune) decide(e *Event, d *Dossier, b Decision) {
	if e.Kind == Revoked {
		for t := range c.inForce(b.Level) {
			t.Revoked = &b
			of := c.Dossier(t.Year)
			if of != nil && (of.Stage == IsRecognised && of.Level == t.Level || of.Stage == None && t.Entered != "") {
				of.Stage = IsRevoked
			}
		}
		return
	}
	d.Decision = &b
	if e.Kind == Recognised {
		c.Titles = append(c.Titles, Title{Level: b.Level, Year: e.Year, Decision: b.Number, Date: b.Date})
	}
}

// Readable tells why an event cannot be read, nil if it can: no program of ours wrote
// it so, or a newer one did.
func Readable(e *Event) error {
	if e.Council == "" {
		_, err := read(e)
		return err
	}
	s, ok := councilSteps[e.Kind]
	if !ok {
		return unknown(e)
	}
	_, _, err := s.event(e)
	return err
}

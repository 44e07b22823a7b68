package store

import (
	"encoding/json"

	"ntm/internal/docket"
)

// stateTables hold what the events add up to, those that others refer to first.
var stateTables = []*table{communesTable, dossiersTable, councilsTable}

// communeState is what is kept of a commune beside its dossiers.
type communeState struct {
	Place  docket.Place           `json:"place"`
	Titles []docket.Title         `json:"titles,omitempty"`
	Origin *docket.MergedBody     `json:"origin,omitempty"`
	Into   *docket.MergedIntoBody `json:"into,omitempty"`
}

// rows is what is kept of a subject's state.
func (s *subject) rows(key Subject) (map[*table][][]any, error) {
	if s.council != nil {
		state, err := json.Marshal(s.council)
		return map[*table][][]any{councilsTable: {{key.Province, key.Council, s.council.Year, string(state)}}}, err
	}
	c := s.commune
	state, err := json.Marshal(communeState{c.Place(), c.Titles, c.Origin, c.Into})
	if err != nil {
		return nil, err
	}
	out := map[*table][][]any{communesTable: {{key.Province, key.Commune, c.Name(), string(c.Held()), string(state)}}}
	for _, d := range c.Dossiers {
		state, err := json.Marshal(d)
		if err != nil {
			return nil, err
		}
		out[dossiersTable] = append(out[dossiersTable], []any{key.Province, key.Commune, d.Year, d.Place.District,
			string(d.Stage), string(d.Level), d.Council, string(state)})
	}
	return out, nil
}

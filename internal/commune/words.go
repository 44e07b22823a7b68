package commune

import (
	"ntm/internal/yamldoc"
)

// Source is where capital comes from.
type Source string

// The sources of the programme's capital report. Total is the whole as the
// commune states it, held against the sum of the others.
const (
	Central    Source = "central"
	Provincial Source = "province"
	District   Source = "district"
	Own        Source = "commune"
	Integrated Source = "integrated"
	Credit     Source = "credit"
	Enterprise Source = "enterprise"
	People     Source = "people"
	Other      Source = "other"
	Total      Source = "total"
	// What a report tells of several sources together. It is the sum of those of its sources
	// that the report tells apart and of those that it does not.
	State       Source = "state"
	PeopleFirms Source = "people_and_enterprise"
)

// Sources lists the sources in the order of the capital report.
var Sources = []Source{State, Central, Provincial, District, Own, Integrated, Credit, PeopleFirms, Enterprise, People,
	Other, Total}

// Parts are the sources that are told together as this one, nil of one that is told alone.
func (s Source) Parts() []Source {
	switch s {
	case State:
		return []Source{Central, Provincial, District, Own}
	case PeopleFirms:
		return []Source{Enterprise, People}
	}
	return nil
}

// Title is the source as the capital report names it.
func (s Source) Title() string {
	return map[Source]string{
		Central: "Ngân sách trung ương", Provincial: "Ngân sách tỉnh", District: "Ngân sách huyện", Own: "Ngân sách xã",
		Integrated: "Vốn lồng ghép", Credit: "Vốn tín dụng", Enterprise: "Doanh nghiệp, hợp tác xã",
		State: "Ngân sách nhà nước (các cấp)", PeopleFirms: "Nhân dân và doanh nghiệp",
		People: "Nhân dân đóng góp", Other: "Nguồn khác", Total: "Tổng số theo báo cáo",
	}[s]
}

// UnmarshalText reads a source and refuses any other word.
func (s *Source) UnmarshalText(text []byte) error {
	return yamldoc.OneOf(s, text, "nguồn vốn", Sources)
}

// Kind is what capital consists of.
type Kind string

// The kinds the people give.
const (
	Money  Kind = "money"
	Labour Kind = "labour"
	Land   Kind = "land"
	Goods  Kind = "goods"
)

// Kinds lists the kinds of capital.
var Kinds = []Kind{Money, Labour, Land, Goods}

// Title is the kind as the capital report names it.
func (k Kind) Title() string {
	return map[Kind]string{Money: "Tiền", Labour: "Ngày công", Land: "Hiến đất", Goods: "Tài sản, hiện vật"}[k]
}

// UnmarshalText reads a kind and refuses any other word.
func (k *Kind) UnmarshalText(text []byte) error { return yamldoc.OneOf(k, text, "loại vốn", Kinds) }

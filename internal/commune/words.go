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

// also are further words for who gives it, apart by semicolons.
func (s Source) also() string {
	return map[Source]string{
		Central:    "trung ương;ngân sách trung ương;vốn trung ương;vốn ngân sách trung ương;ngân sách tw;tw",
		Provincial: "tỉnh;ngân sách tỉnh;ngân sách cấp tỉnh;vốn ngân sách tỉnh;vốn tỉnh",
		District:   "huyện;ngân sách huyện;ngân sách cấp huyện;vốn ngân sách huyện;vốn huyện",
		Own:        "xã;ngân sách xã;ngân sách cấp xã;vốn ngân sách xã;vốn xã",
		State:      "nhà nước;ngân sách;ngân sách nhà nước;ngân sách các cấp;vốn ngân sách;vốn ngân sách nhà nước",
		Integrated: "lồng ghép;vốn lồng ghép;các chương trình lồng ghép;nguồn vốn lồng ghép",
		Credit:     "tín dụng;vốn tín dụng;vốn vay;vốn vay tín dụng;nguồn vốn tín dụng",
		Enterprise: "doanh nghiệp;các doanh nghiệp;hợp tác xã;doanh nghiệp và hợp tác xã;doanh nghiệp trên địa bàn",
		People: "nhân dân;người dân;bà con;bà con nhân dân;dân;các hộ dân;các hộ;hộ dân;nhân dân trong xã;" +
			"nhân dân các thôn;cộng đồng;cộng đồng dân cư;vốn dân góp;dân góp",
		PeopleFirms: "nhân dân và doanh nghiệp;dân và doanh nghiệp;doanh nghiệp và nhân dân;xã hội hóa;xã hội hoá",
		Other:       "khác;nguồn khác;nguồn vốn khác;vốn khác",
		Total: "tổng nguồn lực;nguồn lực;tổng nguồn lực huy động;tổng nguồn vốn;tổng vốn;tổng kinh phí;" +
			"tổng số vốn;tổng vốn đầu tư;tổng mức đầu tư;tổng nguồn vốn huy động;tổng vốn huy động;" +
			"tổng kinh phí huy động;tổng kinh phí thực hiện;tổng nguồn vốn đầu tư;xây dựng nông thôn mới;" +
			"để xây dựng nông thôn mới;cho xây dựng nông thôn mới;đầu tư xây dựng nông thôn mới",
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

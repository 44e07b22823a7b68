package decision

import "ntm/internal/decision/label"

// The roles of columns, by their headings.
const (
	unknown    = label.NoRole
	number     = label.Number
	criterion  = label.Criterion
	content    = label.Content
	eitherWay  = label.EitherWay
	value      = label.Value
	unit       = label.UnitOf
	grouping   = label.Grouping
	irrelevant = label.Irrelevant
	sign       = label.SignOf
	ofSet      = label.OfSet
	whom       = label.Whom
)

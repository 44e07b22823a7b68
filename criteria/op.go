package criteria

// Op is how a figure is held against a threshold.
type Op string

// The closed set of comparisons.
const (
	AtLeast      Op = "at_least"
	AtMost       Op = "at_most"
	Exactly      Op = "exactly"
	MoreThan     Op = "more_than" // "trên 50%": 50 itself is not enough
	LessThan     Op = "less_than" // "dưới 5%": 5 itself is too much
	DeclaredMet  Op = "declared"  // the commune declares the requirement met
	AllOf        Op = "all_of"    // every part must be met
	AnyOf        Op = "any_of"    // one part is enough
	SomeOfParts  Op = "some_of"   // a number of the parts is enough
	ProvinceSets Op = "province"  // "UBND cấp tỉnh quy định cụ thể" and no province has yet
	NotAsked     Op = "not_asked" // "Không áp dụng": there is nothing to judge
)

// Sign is the comparison as it stands before a number.
func (o Op) Sign() string {
	return map[Op]string{AtLeast: "≥", AtMost: "≤", Exactly: "=", MoreThan: ">", LessThan: "<"}[o]
}

// Holds tells whether a figure that compares so with a threshold meets it.
func (o Op) Holds(compared int) bool {
	switch o {
	case AtMost:
		return compared <= 0
	case Exactly:
		return compared == 0
	case MoreThan:
		return compared > 0
	case LessThan:
		return compared < 0
	}
	return compared >= 0
}

// IsCeiling tells whether a figure must stay below the threshold, or on it.
func (o Op) IsCeiling() bool { return o == AtMost || o == LessThan }

// IsStrict tells whether a figure on the threshold itself does not meet it.
func (o Op) IsStrict() bool { return o == MoreThan || o == LessThan }

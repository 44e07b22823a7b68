package assess

import (
	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/problem"
)

// Resolver says what is asked of a commune: a criteria.Library, or one that
// remembers its answers.
type Resolver interface {
	Resolve(criteria.Query) (*criteria.Set, error)
}

// Prepare gathers everything the verdict on a report depends on: where its
// commune lies, and what is asked of it on the day of the assessment. The error
// is a problem.List.
func Prepare(lib Resolver, r *commune.Report, version string) (Input, error) {
	place, err := r.Place()
	if err != nil {
		return Input{}, err
	}
	set, err := lib.Resolve(criteria.Query{
		Year: r.Year, On: r.On(), Region: criteria.Region(place.Region), Province: place.Province, Traits: r.Traits,
		Unknown: r.UnknownTraits(),
	})
	if err != nil {
		p := problem.Of(err)[0]
		return Input{}, problem.List{r.Pos.Problem(p.Message, p.Hint)}
	}
	return Input{Report: r, Set: set, Version: version, Commune: place}, nil
}

package lawdesk

import (
	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/places"
)

// Commune is the commune that a text names on the query's day, and lets the query ask
// about it. It is found as that of a report is, so that both mean the same.
func Commune(q *criteria.Query, text string) (places.Unit, error) {
	by := places.Ask(text)
	asked := commune.Report{Year: q.Year, Date: q.On, Commune: commune.Where{Code: by.Code, Name: by.Name,
		District: by.District, Province: by.Province}}
	p, err := asked.Place()
	q.Region, q.Province = criteria.Region(p.Region), p.Province
	return p, err
}

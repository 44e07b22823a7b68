package commune

import (
	"fmt"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/places"
	"ntm/internal/problem"
)

// On is the day of the assessment: the report's date, else the last day of its
// year.
func (r *Report) On() criteria.Date {
	if r.Date.IsZero() {
		return criteria.Day(r.Year, time.December, 31)
	}
	return r.Date
}

// Place finds the report's commune in the list of places in force on the day
// of the assessment, or at the end of its year if that came first. In 2025, the year
// of the reform, a report that gives no date may name its commune by either list.
func (r *Report) Place() (places.Unit, error) {
	on := r.On().Time
	if end := criteria.Day(r.Year, time.December, 31).Time; on.After(end) {
		on = end // decided the year after, on the communes of its year
	}
	if d := r.Commune.Declared; d != nil {
		if listed, is := places.On(on).Only(places.Query{Name: d.Name, District: d.District,
			Province: d.Province}); is {
			return places.Unit{}, r.at(problem.Problem{
				Message: fmt.Sprintf("%s có trong danh mục đơn vị hành chính", listed),
				Hint:    fmt.Sprintf("ghi mã xã (code) %q thay cho phần tự khai (declared), kể cả vùng", listed.Code),
			})
		}
		return places.Unit{
			Name: d.Name, Type: "Xã", District: d.District, DistrictType: "Huyện", Province: d.Province,
			Region: string(d.Region), Declared: true,
		}, nil
	}
	query := places.Query{Code: r.Commune.Code, Name: r.Commune.Name, District: r.Commune.District,
		Province: r.Commune.Province}
	found, err := places.On(on).Lookup(query)
	if err != nil && r.Year == 2025 && r.Date.IsZero() {
		if old, oldErr := places.On(time.Date(2025, 6, 30, 0, 0, 0, 0, time.UTC)).Lookup(query); oldErr == nil {
			found, err = old, nil
		}
	}
	if err != nil {
		return places.Unit{}, r.at(r.outside(problem.Of(err)[0]))
	}
	if !found.Rural() {
		return places.Unit{}, r.at(problem.Problem{
			Message: fmt.Sprintf("%s không phải là xã, không xét theo bộ tiêu chí xã nông thôn mới", found),
			Hint:    "kiểm tra lại mã hoặc tên xã",
		})
	}
	return found, nil
}

// outside says, where a commune is not found, how one that is in no list is written.
func (r *Report) outside(p problem.Problem) problem.Problem {
	if r.Commune.Code != "" {
		return p
	}
	how := "khai ở declared: {name, district, province, region} thay cho code và name"
	if r.Commune.Pos.Cell != "" {
		how = "để trống mã xã, ghi tên xã, tỉnh và chọn vùng trong biểu mẫu của xã"
	}
	p.Hint = strings.TrimPrefix(p.Hint+"; xã không có trong danh mục thì "+how, "; ")
	return p
}

// at puts a problem where the report names its commune.
func (r *Report) at(p problem.Problem) error {
	return problem.List{r.Commune.Pos.Problem(p.Message, p.Hint)}
}

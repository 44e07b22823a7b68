package cli

import (
	"github.com/spf13/pflag"
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/form"
	"ntm/internal/problem"
)

// source is where an assessment's packs come from.
type source struct{ criteriaDirs []string }

func (s *source) flags(f *pflag.FlagSet) {
	f.StringArrayVar(&s.criteriaDirs, "criteria", nil, "dùng thêm bộ tiêu chí riêng của cơ quan trong `THƯ_MỤC`")
}

// assess reads the report at path and assesses it.
func (s *source) assess(path, version string) (*assess.Assessment, error) {
	lib, err := criteria.Load(s.criteriaDirs...)
	if err != nil {
		return nil, err
	}
	return s.judge(lib, path, version)
}

// judge assesses the report at path by packs that are loaded.
func (*source) judge(lib *criteria.Library, path, version string) (*assess.Assessment, error) {
	report, err := form.Read(path, lib)
	if err != nil {
		return nil, err
	}
	place, err := report.Place()
	if err != nil {
		return nil, err
	}
	set, err := lib.Resolve(criteria.Query{
		Year: report.Year, On: report.On(), Region: criteria.Region(place.Region), Province: place.Province, Traits: report.Traits,
	})
	if err != nil {
		return nil, problem.In(path, err)
	}
	return assess.Assess(assess.Input{Report: report, Set: set, Version: version, Commune: assess.Commune{
		Code: place.Code, Name: place.Name, District: place.District, Province: place.Province,
		Region: criteria.Region(place.Region), Declared: place.Declared, Title: place.String(),
	}}), nil
}

// levelFlag is a level named on the command line.
type levelFlag struct{ level criteria.Level }

func (l *levelFlag) String() string { return string(l.level) }

// Type is what the help text calls the value.
func (l *levelFlag) Type() string { return "MỨC" }

// Set reads a level.
func (l *levelFlag) Set(text string) error { return l.level.UnmarshalText([]byte(text)) }

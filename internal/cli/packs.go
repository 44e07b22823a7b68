package cli

import (
	"github.com/spf13/pflag"
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/form"
)

// packs are the office's own packs, named on the command line.
type packs struct{ criteriaDirs []string }

func (s *packs) flags(f *pflag.FlagSet) {
	f.StringArrayVar(&s.criteriaDirs, "criteria", nil, "dùng thêm bộ tiêu chí riêng của cơ quan trong `THƯ_MỤC`")
}

// assess reads the report at path and assesses it.
func (s *packs) assess(path, version string) (*assess.Assessment, error) {
	lib, err := criteria.Load(s.criteriaDirs...)
	if err != nil {
		return nil, err
	}
	return s.judge(lib, path, version)
}

// judge assesses the report at path by packs that are loaded.
func (*packs) judge(lib *criteria.Library, path, version string) (*assess.Assessment, error) {
	report, err := form.Read(path, lib)
	if err != nil {
		return nil, err
	}
	in, err := assess.Prepare(lib, report, version)
	if err != nil {
		return nil, err
	}
	return assess.Assess(in), nil
}

// levelFlag is a level named on the command line.
type levelFlag struct{ level criteria.Level }

func (l *levelFlag) String() string { return string(l.level) }

// Type is what the help text calls the value.
func (l *levelFlag) Type() string { return "MỨC" }

// Set reads a level.
func (l *levelFlag) Set(text string) error { return l.level.UnmarshalText([]byte(text)) }

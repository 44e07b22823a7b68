package yamldoc

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

type written struct {
	Name   string           `yaml:"name"`
	Value  *decimal.Decimal `yaml:"value"`
	Yes    bool             `yaml:"yes"`
	N      int              `yaml:"n"`
	List   []string         `yaml:"list"`
	Inner  *inner           `yaml:"inner"`
	Hidden string           `yaml:"-"`
}

type inner struct {
	Of []inner `yaml:"of"`
	No string  `yaml:"no"`
}

// What JSON writes is read back as it was, with the decimals a number was given.
func TestWrittenIsReadBack(t *testing.T) {
	value := decimal.RequireFromString("1.530")
	for _, want := range []written{
		{}, {Name: "xã \"Một\"", Value: &value, Yes: true, N: 3, List: []string{"a", ""}},
		{Inner: &inner{No: "1", Of: []inner{{No: "1.1"}, {No: "1.2"}}}},
	} {
		data, err := JSON(&want)
		if err != nil {
			t.Fatal(err)
		}
		var got written
		if err := Decode("a.json", data, &got); err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s\n%s", diff, data)
		}
		if want.Value != nil && !strings.Contains(string(data), "1.530") {
			t.Errorf("the zero is lost: %s", data)
		}
	}
}

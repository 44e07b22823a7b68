package criteria_test

import (
	"fmt"
	"strings"
	"testing"

	"ntm/criteria"

	"pgregory.net/rapid"
)

// One cell of an overlay is changed: the digest changes for the communes it
// applies to, and for no other.
func TestTheDigestChangesWhereTheThresholdApplies(t *testing.T) {
	pack := func(values map[criteria.Region]int) string {
		cells := make([]string, 0, len(criteria.Regions))
		for _, r := range criteria.Regions {
			cells = append(cells, fmt.Sprintf("%s: %d", r, values[r]))
		}
		return strings.NewReplacer("at_most: 4", "at_most: {"+strings.Join(cells, ", ")+"}").Replace(smallOverlay)
	}
	rapid.Check(t, func(t *rapid.T) {
		before, after := map[criteria.Region]int{}, map[criteria.Region]int{}
		for _, r := range criteria.Regions {
			before[r] = rapid.IntRange(0, 4).Draw(t, string(r))
			after[r] = before[r]
		}
		changed := rapid.SampledFrom(criteria.Regions).Draw(t, "changed")
		after[changed] = (before[changed] + 1) % 5
		libs := [2]*criteria.Library{}
		for i, values := range []map[criteria.Region]int{before, after} {
			var err error
			if libs[i], err = small(pack(values)); err != nil {
				t.Fatal(err)
			}
		}
		for _, region := range criteria.Regions {
			for _, province := range []string{"Thanh Hóa", "Nghệ An"} {
				for _, traits := range [][]criteria.Trait{nil, {criteria.SafeZone}} {
					q := criteria.Query{Year: 2002, Region: region, Province: province, Traits: traits}
					a, errA := libs[0].Resolve(q)
					b, errB := libs[1].Resolve(q)
					if errA != nil || errB != nil {
						t.Fatal(errA, errB)
					}
					column := region
					if traits != nil {
						column = criteria.RedRiverDelta // the column rule of the small standard
					}
					if applies := column == changed && province == "Thanh Hóa"; (a.Digest != b.Digest) != applies {
						t.Fatalf("%s of %s, %v: digest changed %v, the threshold applies %v", region, province,
							traits, a.Digest != b.Digest, applies)
					}
				}
			}
		}
	})
}

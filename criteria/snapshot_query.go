package criteria

import (
	"encoding/json"
	"fmt"
)

// SnapshotQuery is what a snapshot answers, without the answer itself: for that,
// ReadSnapshot.
func SnapshotQuery(data []byte) (Query, error) {
	var doc struct {
		Year     int     `json:"year"`
		On       Date    `json:"on"`
		Region   Region  `json:"region"`
		Province string  `json:"province"`
		Traits   []Trait `json:"traits"`
		Unknown  []Trait `json:"unknown"`
		UpTo     Layer   `json:"up_to"`
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		return Query{}, fmt.Errorf("a snapshot that is no JSON: %w", err)
	}
	return Query{
		Year:     doc.Year,
		On:       doc.On,
		Region:   doc.Region,
		Province: doc.Province,
		Traits:   doc.Traits,
		Unknown:  doc.Unknown,
		UpTo:     doc.UpTo,
	}, nil
}

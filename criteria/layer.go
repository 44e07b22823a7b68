package criteria

import (
	"ntm/internal/yamldoc"
)

// Layer is who set a threshold. A later layer overrides an earlier one.
type Layer string

// From the nation down to the office that uses the tool.
const (
	Nation   Layer = "nation"
	Ministry Layer = "ministry"
	Province Layer = "province"
	Office   Layer = "office"
)

// Layers lists the layers in the order in which they override each other.
var Layers = []Layer{Nation, Ministry, Province, Office}

// Title is the layer in a reader's words.
func (l Layer) Title() string {
	return map[Layer]string{Nation: "trung ương", Ministry: "bộ, ngành", Province: "tỉnh", Office: "cơ quan sử dụng"}[l]
}

// UnmarshalText reads a layer and refuses any other word.
func (l *Layer) UnmarshalText(text []byte) error { return yamldoc.OneOf(l, text, "cấp", Layers) }

package docket

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"ntm/internal/yamldoc"
)

//go:embed steps.yaml
var stepsYAML []byte

// Stage is where a dossier stands.
type Stage string

// The stages that code asks for by name; steps.yaml has them all.
const (
	None         Stage = "none"
	Draft        Stage = "draft"
	InAppraisal  Stage = "appraisal"
	InBatch      Stage = "batched"
	IsRecognised Stage = "recognised"
	IsRevoked    Stage = "revoked"
)

type table struct {
	Stages []stageRow `yaml:"stages" validate:"required,dive"`
	Steps  []step     `yaml:"steps" validate:"required,dive"`
}

type stageRow struct {
	ID   Stage  `yaml:"id" validate:"required"`
	Word string `yaml:"word" validate:"required"`
}

// step is a line of the table.
type step struct {
	Kind  Kind     `yaml:"kind" validate:"required"`
	Word  string   `yaml:"word" validate:"required"`
	Do    string   `yaml:"do" validate:"required"` // the command
	From  []Stage  `yaml:"from" validate:"required"`
	To    Stage    `yaml:"to"`
	Needs []string `yaml:"needs"`
	Asks  []string `yaml:"asks"` // of events with a day of their own
}

var steps = sync.OnceValue(func() *table {
	t := new(table)
	if err := yamldoc.Decode("steps.yaml", stepsYAML, t); err != nil {
		panic(err)
	}
	return t
})

func stepOf(kind Kind) (step, bool) {
	for _, s := range steps().Steps {
		if s.Kind == kind {
			return s, true
		}
	}
	return step{}, false
}

// Stages lists the stages in the order of the way.
func Stages() []Stage {
	var out []Stage
	for _, s := range steps().Stages {
		out = append(out, s.ID)
	}
	return out
}

// Takes tells whether a step may be taken from the stage, if nothing else is missing.
func (s Stage) Takes(kind Kind) bool {
	step, ok := stepOf(kind)
	return ok && slices.Contains(step.From, s)
}

// Word is the stage as people say it.
func (s Stage) Word() string {
	for _, row := range steps().Stages {
		if row.ID == s {
			return row.Word
		}
	}
	return string(s)
}

// Word is what happened as people say it.
func (k Kind) Word() string {
	if s, ok := stepOf(k); ok {
		return s.Word
	}
	word, ok := map[Kind]string{
		Merged: "thành lập do sáp nhập", MergedInto: "sáp nhập vào xã mới", CouncilOpened: "lập hội đồng", CaseAdded: "đưa xã vào đợt", CaseRemoved: "đưa xã ra khỏi đợt", Cancelled: "hủy kỳ họp", Attended: "ghi thành viên dự họp",
		BallotsIssued: "phát phiếu", Counted: "kiểm phiếu",
	}[k]
	if !ok {
		return fmt.Sprintf("sự kiện lạ %q", string(k))
	}
	return word
}

// Next is a step that may follow: what it is called, and the command that takes it.
type Next struct{ Word, Do string }

// After are the steps that lead on from a stage, in the order of the table.
func After(stage Stage) []Next {
	var out []Next
	for _, s := range steps().Steps {
		if s.To != "" && s.To != stage && slices.Contains(s.From, stage) {
			out = append(out, Next{s.Word, s.Do})
		}
	}
	return out
}

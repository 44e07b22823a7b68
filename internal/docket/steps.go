package docket

import (
	"cmp"
	"fmt"
	"slices"
)

// step is what the office does that an event of the kind records: a line of the table.
type step struct {
	kind  Kind
	word  string // what the step is called
	do    string // the command that takes it
	from  stages // from which it may be taken; none for what comes from outside the way
	to    Stage  // where it leads, "" where the stage stays
	event taking // what its event carries and needs
}

type stages []Stage

// steps is the way of a dossier: which step may follow which, what its event carries and
// what must be there: needs hold for every event, asks for those that have a day of their
// own, which those of earlier structures have not.
var steps []step

func init() { // apart from its declaration, for a need tells the word of a step
	steps = []step{
		{Received, "nhập báo cáo", "import", stages{None, Draft, IsSentBack, IsRefused, IsRevoked}, Draft,
			needs[ReceivedBody]()},
		{Assessed, "đánh giá", "assess", stages{Draft, IsSubmitted, IsSentBack, InAppraisal}, "",
			needs(newestReport)},
		{Submitted, "nộp hồ sơ", "process submit", stages{Draft, IsRecognised}, IsSubmitted,
			needs(assessment, level).asks(verdictOfLevel, days)},
		{SentBack, "trả lại hồ sơ", "process send-back", stages{IsSubmitted, InAppraisal, IsReady}, IsSentBack,
			needs(reasons).asks(days)},
		{TakenUp, "nhận thẩm định", "process take-up", stages{IsSubmitted}, InAppraisal,
			needs[NoteBody]().asks(verdict, days)},
		{Opined, "ghi ý kiến", "process opinion", stages{InAppraisal}, "",
			needs(opinion).asks(days)},
		{Readied, "trình hội đồng", "process ready", stages{InAppraisal}, IsReady,
			needs[NoteBody](assessment, opinions).asks(verdict, daysAfterOpinions)},
		{Batched, "đưa vào đợt", "council batch", stages{IsReady, IsVoted}, InBatch,
			needs[BatchBody]().asks(again, verdict, days)},
		{Unbatched, "đưa ra khỏi đợt", "council batch", stages{InBatch}, IsReady,
			needs(ofItsCouncil[BatchBody])},
		{Voted, "biểu quyết", "council tally", stages{InBatch}, IsVoted,
			needs(ofItsCouncil[Vote]).asks(days)},
		{Concluded, "ghi kết luận của chủ tịch hội đồng", "council conclude", stages{IsVoted}, "",
			needs(ofItsCouncil, undecided, chair).asks(daysOfConclusion)},
		{Recognised, "công nhận", "process recognise", stages{IsVoted}, IsRecognised,
			needs(carried, decision).asks(concluded, verdict, days)},
		{Refused, "không công nhận", "process refuse", stages{IsSubmitted, InAppraisal, IsReady, IsVoted}, IsRefused,
			needs(reason).asks(days)},
		{Revoked, "thu hồi", "process revoke", Stages(), "", // what is revoked is the dossier of the title
			needs(title, decision).asks(dayNotToCome, dayAfterTitle)},
		{Corrected, "đính chính", "process correct",
			stages{IsSubmitted, IsSentBack, InAppraisal, IsReady, IsVoted, IsRecognised, IsRefused, IsRevoked, Draft},
			"", needs(newestStep, why)},
		{Merged, "thành lập do sáp nhập", "merge", nil, "", needs[MergedBody]()},
		{Titled, "ghi danh hiệu đã có", "titles read", Stages(), "", needs(titled).asks(titledDays)},
		{MergedInto, "sáp nhập vào xã mới", "merge", nil, "", needs[MergedIntoBody]()},
	}
}

// stepOf is the step that events of the kind record, the zero one for none.
func stepOf(kind Kind) step {
	for i := range steps {
		if steps[i].kind == kind {
			return steps[i]
		}
	}
	return step{}
}

// Takes tells whether a step may be taken from the stage, if nothing else is missing.
func (s Stage) Takes(kind Kind) bool {
	return slices.Contains(stepOf(kind).from, s)
}

// Word is what happened as people say it.
func (k Kind) Word() string {
	return cmp.Or(stepOf(k).word, councilSteps[k].word, fmt.Sprintf("sự kiện lạ %q", string(k)))
}

// Next is a step that may follow: what it is called, and the command that takes it.
type Next struct{ Word, Do string }

// After are the steps that lead on from a stage, in the order of the table.
func After(stage Stage) []Next {
	var out []Next
	for _, s := range steps {
		if s.to != "" && s.to != stage && slices.Contains(s.from, stage) {
			out = append(out, Next{s.word, s.do})
		}
	}
	return out
}

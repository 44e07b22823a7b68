package docket

import "cmp"

// Stage is where a dossier stands.
type Stage string

// The closed set of stages. They never change meaning, for stores keep them.
const (
	None         Stage = "none" // a year without a report
	Draft        Stage = "draft"
	IsSubmitted  Stage = "submitted"
	IsSentBack   Stage = "sent_back"
	InAppraisal  Stage = "appraisal"
	IsReady      Stage = "ready"
	InBatch      Stage = "batched"
	IsVoted      Stage = "voted"
	IsRecognised Stage = "recognised"
	IsRefused    Stage = "refused"
	IsRevoked    Stage = "revoked"
)

// Stages lists the stages in the order of the way.
func Stages() []Stage {
	return []Stage{
		None, Draft, IsSubmitted, IsSentBack, InAppraisal, IsReady, InBatch, IsVoted,
		IsRecognised, IsRefused, IsRevoked,
	}
}

var stageWords = map[Stage]string{
	None: "chưa có báo cáo", Draft: "đang lập", IsSubmitted: "đã nộp", IsSentBack: "trả lại",
	InAppraisal: "đang thẩm định", IsReady: "chờ hội đồng", InBatch: "đã vào đợt", IsVoted: "đã biểu quyết",
	IsRecognised: "đã công nhận",
	IsRefused:    "không công nhận", IsRevoked: "đã thu hồi",
}

// Word is the stage as people say it.
func (s Stage) Word() string { return cmp.Or(stageWords[s], string(s)) }

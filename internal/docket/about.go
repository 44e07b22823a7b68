package docket

import (
	"fmt"

	"ntm/internal/vi"
)

// About says in a phrase what an event is about, "" when its kind says it.
func About(e *Event) string {
	body, err := read(e)
	if err != nil {
		return err.Error()
	}
	text := about(body)
	if g := groundsOf(body); g.Reason != "" {
		text = phrase(text, "lý do: "+g.Reason)
	}
	return text
}

func about(body any) string {
	switch b := body.(type) {
	case ReceivedBody:
		return b.File
	case SubmittedBody:
		return phrase("đề nghị xã "+b.Level.Title(), b.Note)
	case SentBackBody:
		return vi.List("; ", b.Reasons, func(r Reason) string { return phrase(r.On, r.Text) })
	case NoteBody:
		return b.Note
	case Opinion:
		return fmt.Sprintf("%s, %s: %s", b.Department, b.On, phrase(b.Result, b.Text))
	case BatchBody:
		return phrase("hội đồng "+b.Council, b.Note)
	case CorrectedBody:
		return phrase("thôi tính việc "+b.Kind.Word(), b.Reason)
	case Conclusion:
		return phrase(b.Chair+": "+b.word(), b.Paper, b.Note)
	case Vote:
		return fmt.Sprintf("hội đồng %s: %d đồng ý, %d không đồng ý, %d không hợp lệ",
			b.Council, b.For, b.Against, b.Invalid)
	case Decision:
		return phrase("xã "+b.Level.Title(), vi.Join(" ", b.Number, b.Date.Dated()), b.Note)
	case TitledBody:
		return phrase("xã "+b.Level.Title(), vi.Join(" ", b.Number, b.Date.Dated()), b.Issuer)
	case MergedBody:
		return b.Words
	case MergedIntoBody:
		return b.Title
	}
	return ""
}

func phrase(words ...string) string { return vi.Join(", ", words...) }

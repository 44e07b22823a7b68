// Package wordpapers writes the papers that go with a dossier, as Word files by Nghị định
// 30/2020: those of the commune (tờ trình, báo cáo kết quả, báo cáo tổng hợp ý kiến, biên
// bản họp), of those who examine it (báo cáo thẩm tra, thẩm định by field), and of the
// council (biên bản, tờ trình, dự thảo quyết định).
//
// What a paper says stands in templates/, one text a paper, with fields. An office's own
// template, a .docx with the same fields, takes its place; both are filled by the same
// engine (docx.Template). Every value is of one assess.Assessment and in the dossier's
// words; what is not known is a blank, and nothing is worked out anew. Whatever a template
// says: a draft says so on the paper, and every paper names its dossier at the foot.
package wordpapers

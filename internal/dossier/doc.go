// Package dossier writes the hồ sơ: the Excel workbook that a commune hands to
// the appraisal council (hội đồng thẩm định), whose members read it on paper,
// check it by hand and vote on it.
//
// It opens with a cover (Bìa), an index of the papers (Mục lục hồ sơ) that leads
// to each sheet, and an overview (Tổng hợp); then comes one table of criteria
// for each level, the figures they judge by (Số liệu), the capital that was
// mobilised (Nguồn lực), the construction arrears (Nợ đọng), the residents' poll
// (Hài lòng), what is still short of each level (Khoảng cách), the list of
// evidence (Minh chứng), the legal basis of every threshold (Căn cứ pháp lý) and
// what the cross-checks noticed (Đối chiếu). A sheet that would say nothing is
// left out. Last come the council's own papers, blank: the ballot (Phiếu biểu
// quyết) and the minutes of the tally (Biên bản kiểm phiếu), which reckon as the
// counts are filled in.
//
// The workbook is a view of an assess.Assessment: it words and lays out, and
// judges nothing. What it shows it also reckons (live.go): outcomes, counts,
// verdicts, gaps and sums are formulas over the sheet Số liệu that carry the
// engine's values, so that who changes a figure sees what it would change. A
// verdict never shows by colour alone, for most councils print in black and white.
// An assessment that rests on thresholds nobody has checked says DỰ THẢO on every
// page. Links lead to sheets, and to files only below the dossier's own folder.
//
// A hidden sheet seals what the dossier was made of (seal.go): the report, the
// resolved standard, the digests of the evidence. Verify makes the dossier again
// of its seal and names every cell that is not as it was, but for those that the
// council fills in, which it reads as opinions. A seal is no signature: it shows
// what was changed by hand, and its fingerprint, printed on the paper, what was
// forged.
//
// The pages follow Nghị định 30/2020/NĐ-CP: A4, Times New Roman, its margins
// and its head of a document. The same assessment written at the same time
// gives the same bytes.
package dossier

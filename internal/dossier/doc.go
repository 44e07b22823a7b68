// Package dossier writes the hồ sơ: the Excel workbook that a commune hands to
// the appraisal council (hội đồng thẩm định), whose members read it on paper,
// check it by hand and vote on it.
//
// It opens with a cover (Bìa), an overview (Tổng hợp) whose first page can be read
// alone, and an index of the papers (Mục lục hồ sơ) that leads to each sheet and names
// the page it is printed on; then comes one table of criteria
// for each level, the figures they judge by (Số liệu), the capital that was
// mobilised (Nguồn lực), the construction arrears (Nợ đọng), the residents' poll
// (Hài lòng), what is still short of each level (Khoảng cách), the list of
// evidence (Minh chứng), the legal basis of every threshold (Căn cứ pháp lý) and
// what the cross-checks noticed (Đối chiếu). A sheet that would say nothing is
// left out. Last come the council's own papers, blank: the ballot (Phiếu biểu
// quyết) and the minutes of the tally (Biên bản kiểm phiếu), which compute as the
// counts are filled in.
//
// The workbook is a view of an assess.Assessment: it words and lays out, and
// judges nothing. What it shows it also computes (live.go): outcomes, counts,
// verdicts, gaps and sums are formulas over the sheet Số liệu that carry the
// engine's values, so that who changes a figure sees what it would change.
// An assessment that rests on thresholds nobody has checked says DỰ THẢO on every
// page. Links lead to sheets, and to files only below the dossier's own folder.
//
// A hidden sheet seals what the dossier was made of (seal.go): the report, the
// resolved standard, the digests of the evidence. Package proof lays the dossier
// down again of its seal and holds the two side by side. The same assessment
// written at the same time gives the same bytes.
package dossier

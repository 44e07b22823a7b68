// Package dossier writes the hồ sơ: the Excel workbook that a commune hands to
// the appraisal council (hội đồng thẩm định), whose members read it on paper,
// check it by hand and vote on it.
//
// It opens with a cover (Bìa), an index of the papers (Mục lục hồ sơ) that leads
// to each sheet, and an overview (Tổng hợp); then comes one table of criteria
// for each level, the capital that was mobilised (Nguồn lực), the construction
// arrears (Nợ đọng), the residents' poll (Hài lòng), what is still short of each
// level (Khoảng cách), the list of evidence (Minh chứng), the legal basis of
// every threshold (Căn cứ pháp lý) and what the cross-checks noticed (Đối
// chiếu). A sheet that would say nothing is left out. Last come the council's
// own papers, blank: the ballot (Phiếu biểu quyết) and the minutes of the tally
// (Biên bản kiểm phiếu), which reckon as the counts are filled in.
//
// The workbook is a view of an assess.Assessment: it words and lays out, and
// judges nothing. A figure that is one number is a number cell whose format
// carries the unit; what is composed or declared is text; a verdict cell holds
// the outcome's word and nothing else. Links lead to sheets, and to files only
// below the dossier's own folder. An assessment that rests on thresholds
// nobody has checked says DỰ THẢO on every page. A verdict never shows by
// colour alone, for most councils print in black and white.
//
// The pages follow Nghị định 30/2020/NĐ-CP: A4, Times New Roman, its margins
// and its head of a document. The same assessment written at the same time
// gives the same bytes.
package dossier

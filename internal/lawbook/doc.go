// Package lawbook is the law as an Excel workbook (bảng đối chiếu) that a
// provincial office fills in with the decision in hand and gives back.
//
// Most thresholds the program knows were never held against the decision's
// annex. The workbook lists each of them on the sheet Đối chiếu: what stands,
// how sure it is, and beside it cells in which an official ticks that it is
// right, or writes what the decision says. Indicators that the program does not
// know at all, as the 47 of the years 2026–2030, go on the sheet Chỉ tiêu mới.
//
// What comes back is written as packs (YAML overlays) of the office, whose
// thresholds are confirmed, with who checked them, when and against which
// decision. What was not filled in changes nothing. What was half filled in, or
// can be read in two ways, is refused with its sheet and cell: a threshold is
// never guessed at.
//
// A row names its threshold by a hidden key, so rows may be filtered and sorted.
// A year's threshold is set by a pack for that year alone, because the year of
// recognition and the day of the assessment are two things (a dossier of 2023
// is often judged in 2024), and a rule's from and until are days.
package lawbook

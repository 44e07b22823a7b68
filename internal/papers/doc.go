// Package papers writes the papers beside a commune's dossier, as workbooks: of an
// appraisal council (hội đồng thẩm định) the ballot (phiếu biểu quyết), the tally (kiểm
// phiếu) and the minutes (biên bản); the report of a province; the index of many
// dossiers.
//
// For one commune a council fills in a ballot and a tally that stand blank in the
// dossier (Proposal). For a sitting over many it hands out ballots, or a sheet for a show
// of hands, and has them read back; of what was counted the minutes are written, with
// every share and conclusion as a formula.
//
// Every paper, the dossier too, goes out through Write, which notes in it what it was
// made of (ReadMade).
package papers

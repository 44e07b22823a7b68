#!/usr/bin/env bash
# How reform-v2.db was made: with the program of commit 393db32, the last whose stores
# have structure 2. Every figure, member and decision in it is invented.
#   ntm=PROGRAM bash reform-v2.sh STORE
set -euo pipefail
export NTM_DB=$1 NTM_AS='Văn phòng giả định'
cd "$(mktemp -d)"
report() { # commune year income
  printf '%s\n' 'schema: ntm.report.v1' 'note: Số liệu giả định.' "commune: $1" "year: $2" \
    "figures: [{id: income_per_capita, value: $3}]" > report.yaml
  "$ntm" import report.yaml
}
title() { # code province, by way of a council that has the same id in each province
  "$ntm" process submit "$1" --year 2024 --level ntm
  "$ntm" process take-up "$1" --year 2024
  "$ntm" process opinion "$1" --year 2024 --department 'Liên ngành' --on "$(seq -s, 1 19)" --result Đạt
  "$ntm" process ready "$1" --year 2024
  "$ntm" council open --province "$2" --id 2024-1 --name "Hội đồng giả định $2" --level ntm --year 2024 \
    --member 'Người A; UBND tỉnh; Chủ tịch' --member 'Người B; Sở Y tế' --member 'Người C; Sở Tài chính'
  "$ntm" council batch 2024-1 "$1" --province "$2"
  "$ntm" council attend 2024-1 --province "$2"
  "$ntm" council ballots 2024-1 --province "$2" --hands -o "$1"
  /usr/bin/python3 -c '
import glob, openpyxl, sys
path = glob.glob(sys.argv[1] + "/*.xlsx")[0]
book = openpyxl.load_workbook(path)
for cell, votes in {"E12": 3, "G12": 0, "H12": 0}.items():
    book.worksheets[0][cell] = votes
book.save(path)' "$1"
  "$ntm" council tally 2024-1 "$1" --province "$2"
  "$ntm" process recognise "$1" --year 2024 --level ntm --decision "$1/QĐ-UBND" --date 10/12/2024
}
report '{code: "15607"}' 2024 60 # untouched by the reform, its province spelt in two ways
report '{code: "15607"}' 2025 61
report '{code: "17479"}' 2024 50 # xã Diễn Thịnh, then xã An Châu
report '{code: "07246"}' 2024 52 # xã Canh Nậu, Bắc Giang, then xã Xuân Lương, Bắc Ninh
report '{code: "09196"}' 2024 54 # Bắc Ninh
report '{declared: {name: Giả Định, district: Thử Nghiệm, province: Hư Cấu, region: btb}}' 2023 40
report '{declared: {name: GIẢ ĐỊNH, district: thử nghiệm, province: Hư cấu, region: btb}}' 2024 41
title 17479 'Nghệ An'
title 07246 'Bắc Giang'
title 09196 'Bắc Ninh'
report '{code: "07246"}' 2026 53
report '{code: "17479", name: Diễn Thịnh, district: Diễn Châu, province: Nghệ An}' 2025 51 # before 1/7/2025
report '{code: "17479", name: An Châu, province: Nghệ An}' 2025 52                          # and after
"$ntm" process revoke 17479 --year 2025 --level ntm --decision 1/QĐ-UBND --date 01/03/2025
"$ntm" merge 09202
"$ntm" backup --force -o "$NTM_DB"

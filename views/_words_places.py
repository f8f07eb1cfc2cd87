"""The words of choosing places: the chooser, the search, the groups and the saved lists."""

from __future__ import annotations

PLACES: dict[str, tuple[str, str]] = {
    "choose.fold.level.all": ("全部层级", "all levels"),
    "choose.fold.level.some": ("{n} 个层级", "{n} levels"),
    "choose.fold.year.all": ("全部年份", "all years"),
    "choose.fold.year.some": ("{n} 个年份", "{n} years"),
    "choose.fold.place.all": ("全部地区", "all localities"),
    "choose.fold.place.some": ("{n} 个地区", "{n} localities"),
    "choose.place": ("地区", "Locality"),
    "choose.place_help": (
        "可输入名称、拼音首字母或区划代码，如 慈溪、cxs、330282。",
        "Type a name, its pinyin initials or its division code, as 慈溪, cxs or 330282.",
    ),
    "places.search": ("查找（共 {n} 项）", "Search ({n} in all)"),
    "places.search_hint": ("名称、拼音或代码", "name, pinyin or code"),
    "places.hits": ("找到 {n} 个地区。", "{n} places found."),
    "places.hits_most": ("只列出前 {most} 个，请写得更具体。", " The first {most} are listed; write more to narrow them down."),
    "table.page": ("页（共 {n} 页）", "Page (of {n})"),
    "table.of_page": (
        "第 {first} 至 {last} 行，共 {n} 行；全部读数可在左侧下载。",
        "Rows {first} to {last} of {n}; all readings can be downloaded on the left.",
    ),
    "places.more": ("查找与名单", "Find and lists"),
    "places.find": ("名称、旧名、拼音或代码，可粘贴一列", "Names, former names, pinyin or codes; a column can be pasted"),
    "places.find_hint": ("慈溪市\nzhx\n330281", "慈溪市\nzhx\n330281"),
    "places.found": ("找到 {n} 个：{names}", "Found {n}: {names}"),
    "places.outside": (
        "不在所选层级、年份内：{names}。加入时层级、年份改为全部。",
        "Outside the chosen levels and years: {names}. Adding them shows all levels and years.",
    ),
    "places.add": ("加入选择", "Add to the choice"),
    "places.only": ("只看这些", "Show these alone"),
    "places.unclear": ("“{word}”有 {n} 个地区，请选一个", "{n} localities answer to “{word}”; choose one"),
    "places.unknown": ("没有这些地区的报告：{words}", "No report of: {words}"),
    "places.group": ("按省、市", "By province and city"),
    "places.province": ("省", "Province"),
    "places.prefecture": ("市", "City"),
    "places.all_of": ("全部", "All"),
    "places.no_division": ("所属不明", "Divisions unknown"),
    "places.add_group": ("加入全部 {n} 个", "Add all {n}"),
    "places.sets": ("名单", "Lists"),
    "places.sets_hint": (
        "名单随网址保存：收藏或发送网址，名单一起带走。",
        "Lists are kept in the address: bookmark or send it, and they come along.",
    ),
    "places.set_name": ("名单名称", "Name of the list"),
    "places.save": ("保存所选 {n} 个地区", "Save the {n} chosen localities"),
    "places.use": ("{name}（{n} 个）", "{name} ({n})"),
    "places.drop": ("删除名单“{name}”", "Delete the list “{name}”"),
    "field.set": ("名单", "list"),
}

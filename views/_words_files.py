"""The words of the page of files, in Chinese and in English."""

from __future__ import annotations

FILES = {
    "page.files": ("文件", "Files"),
    "lead.files": (
        "每个文件的去向：读作哪个地区、哪一年，是否重复，为什么没有读。认错了可以在这里改正。",
        "What became of every file: whose report and of which year, or why it was not read. Mistakes can be corrected here.",
    ),
    "demo": ("演示数据（60 个虚构地区）", "Demonstration (60 invented places)"),
    "demo_help": (
        "八年、约四百三十份编造的报告，用来试各种比较；打开后不含任何真实报告。",
        "Eight years, about 430 made-up reports to try every comparison on; no real report stands among them.",
    ),
    "files.counts": (
        "共 {n} 个文件：{read} 个计入，{waiting} 个待加入，{duplicate} 个重复，{revised} 个已被修订，{aside} 个搁置，{failed} 个失败。",
        "{n} files: {read} count, {waiting} wait, {duplicate} duplicate, {revised} revised, {aside} set aside, {failed} failed.",
    ),
    "files.none": (
        "还没有文件。请在左侧添加报告，或打开自带的五份报告。",
        "No files yet: add reports on the left, or switch on the five that come along.",
    ),
    "files.saved": (
        "这是保存好的面板：文件在保存之前已经读过，这里没有文件，也不能改正。要改正，请用报告文件启动程序。",
        ("This is a saved panel: its files were read before it was saved, so none are listed and none can be corrected here. To "
        "correct one, start the app with the report files."),
    ),
    "saved": ("已打开保存的面板 {name}", "The saved panel {name} is open"),
    "opening": ("正在打开保存的面板，可按右上角停止", "Opening the saved panel; it can be stopped at the top right"),
    "saved_fault": ("保存的面板打不开", "The saved panel can't be opened"),
    "saved_fault_told": ("问题：{problem}\n处理办法：{cure}", "Problem: {problem}\nWhat to do: {cure}"),
    "files.hint": (
        "选一行，看它被认作什么、依据哪些字句；地区、层级或年度认错了，可在下面改正。",
        "Select a row to see what the file was taken for and by which words; locality, level or year can be corrected below.",
    ),
    "files.waiting": ("待加入", "waits to join"),
    "waiting": (
        "读到 {n} 份新报告，核对后加入，加入前不参与比较。",
        "{n} new reports were read. They join the comparison when you say so.",
    ),
    "waiting.doubtful": (
        "其中 {n} 份的地区或年度没有认准，请先核对。",
        " Of {n} the locality or the year is not sure: look at them first.",
    ),
    "waiting.join": ("加入 {n} 份报告", "Let {n} reports join"),
    "waiting.look": ("看看各份被认作什么", "See what each was taken for"),
    "files.select": ("在上表中选一个文件。", "Select a file in the table."),
    "files.taken_for": ("认作", "Taken for"),
    "files.field.place": ("地区", "Locality"),
    "files.field.level": ("层级", "Level"),
    "files.field.path": ("所属", "Divisions"),
    "files.field.code": ("区划代码", "Division code"),
    "files.field.year": ("报告年度", "Year reported on"),
    "files.field.title": ("标题", "Title"),
    "files.field.published": ("发布日期", "Published on"),
    "files.field.index_number": ("索引号", "Index number"),
    "files.by_words": ("依据：“{words}”", "by the words “{words}”"),
    "files.corrected": ("（已由您更正）", "(corrected by you)"),
    "files.unknown": ("未知", "unknown"),
    "files.not_annual": (
        "文中没有写明报告年度，或标题是计划、通知、半年小结等：不参与任何一年的比较。",
        "It names no year that it reports on, or its title is that of a plan, a notice or half a year: no year compares it.",
    ),
    "files.unread": (
        "有 {n} 页是图片，上面的文字没有读到：第 {pages} 页。",
        "{n} of its pages are pictures, what stands on them was not read: {pages}. ",
    ),
    "files.ambiguous": (
        "有 {n} 个地区同名，文中没有写明是哪一个，请在下面选定。",
        "{n} localities bear this name and the text does not say which: choose it below.",
    ),
    "files.changed": ("修订版 {of} 与它的不同", "How the revision {of} differs"),
    "files.changed_readings": ("读数", "Readings"),
    "files.removed": ("只在旧版中的字句", "Words of the earlier state alone"),
    "files.added": ("只在新版中的字句", "Words of the later state alone"),
    "files.more": ("…还有 {n} 处", "… and {n} more"),
    "files.correct": ("更正", "Correct"),
    "files.name": ("地区名称", "Name of the locality"),
    "files.name_help": (
        "可写全名或简称，如“凤翔区”“东莞”；重名的会列出供选择。",
        "In full or shortly, as 凤翔区 or 东莞; of several with the name you choose.",
    ),
    "files.which": ("是哪一个", "Which one"),
    "files.only_name": ("{name}（登记册中没有，只用这个名称）", "{name} (not in the register: by its name alone)"),
    "files.level": ("层级", "Level"),
    "files.year": ("报告年度", "Year reported on"),
    "files.keep": ("不改", "as read"),
    "files.apply": ("按更正后的重新读取", "Read again as corrected"),
    "files.undo": ("撤销更正", "Take the correction back"),
    "col.file": ("文件", "File"),
    "col.status": ("去向", "Fate"),
    "col.title": ("标题", "Title"),
    "col.pages": ("页数", "Pages"),
    "col.characters": ("字数", "Characters"),
    "col.encoding": ("编码", "Encoding"),
    "col.seconds": ("用时（秒）", "Seconds"),
    "col.why": ("说明", "Remark"),
}  # fmt: skip

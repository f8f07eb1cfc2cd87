"""The words of the pictures: their menu, many at once, and one that is dropped; in Chinese and in English."""

from __future__ import annotations

# What the bar over a chart says, by plotly's own English words (plotly.js, dist/translation-keys.txt).
BAR = {
    "bar.Download plot as a PNG": ("保存为 PNG 图片", "Download plot as a PNG"),
    "bar.Download plot": ("保存图片", "Download plot"),
    "bar.Zoom": ("框选放大", "Zoom"),
    "bar.Pan": ("平移", "Pan"),
    "bar.Zoom in": ("放大", "Zoom in"),
    "bar.Zoom out": ("缩小", "Zoom out"),
    "bar.Reset axes": ("恢复坐标轴", "Reset axes"),
    "bar.Double-click to zoom back out": ("双击恢复原样", "Double-click to zoom back out"),
    "bar.Double-click on legend to isolate one trace": ("双击图例只看一项", "Double-click on legend to isolate one trace"),
    "bar.Preparing image - this may take a few seconds": (
        "正在生成图片，请稍候",
        "Preparing image - this may take a few seconds",
    ),
    "bar.Image download succeeded": ("图片已保存", "Image download succeeded"),
    "bar.Sorry, there was a problem downloading your image!": (
        "图片没有保存成功",
        "Sorry, there was a problem downloading your image!",
    ),
}

PICTURES = {
    **BAR,
    "picture": ("图片", "Picture"),
    "powerpoint": ("PowerPoint", "PowerPoint"),
    "powerpoint.help": (
        "所选指标的幻灯片：图可在 PowerPoint 中编辑，备注里有每个数字的原文。",
        "Slides of the chosen indicators: charts that can be edited in PowerPoint, the words of every figure in the notes.",
    ),
    "picture.size": ("大小", "Size"),
    "picture.size.slide": ("幻灯片", "Slide"),
    "picture.size.a4": ("A4 横", "A4 wide"),
    "picture.size.upright": ("A4 竖", "A4 tall"),
    "picture.size.page": ("全长", "Full length"),
    "picture.format": ("格式", "Format"),
    "picture.format.png": ("PNG", "PNG"),
    "picture.format.svg": ("SVG", "SVG"),
    "picture.format.pdf": ("PDF", "PDF"),
    "picture.save": ("保存图片", "Save picture"),
    "picture.save_parts": ("保存 {n} 张（zip）", "Save {n} pictures (zip)"),
    "picture.parts_hint": (
        "一张放不下，分成 {n} 张，刻度相同；“全长”则是一张。",
        "It does not fit on one: {n} pictures on one scale. “Full length” is a single one.",
    ),
    "picture.reopen": (
        "PNG 拖回本页（左侧添加文件处）即重开此图。",
        "Drop the PNG among the files at the left to open it again.",
    ),
    "picture.camera": (
        "{why} 图右上角的相机按钮仍可保存图片。",
        "{why} The camera button at the top right of the chart still saves a picture.",
    ),
    "picture.part": ("{title}_{part}", "{title}_{part}"),
    "bundle.place": ("每个地区一张（{n} 张）", "One for each place ({n})"),
    "bundle.indicator": ("每个指标一张（{n} 张）", "One for each indicator ({n})"),
    "bundle.progress": ("已完成 {i}/{n} 张：{title}", "{i} of {n} made: {title}"),
    "bundle.stop": ("停止", "Stop"),
    "bundle.save": ("保存 zip（{n} 张）", "Save zip ({n} pictures)"),
    "bundle.stopped": ("已停止：计划 {total} 张，做了 {n} 张。", "Stopped: {n} of {total} were made."),
    "bundle.faults": ("{n} 张没有生成，原因见目录。", "{n} could not be made; the index says why."),
    "bundle.again": ("清除", "Clear"),
    "dropped.foreign": (
        "图片“{name}”不是由本程序生成的，没有可打开的内容。",
        "Picture {name} was not made by this app: nothing to open.",
    ),
    "dropped.damaged": ("图片“{name}”已损坏或被改动，打不开。", "Picture {name} is damaged or was altered and can't be opened."),
    "dropped.too_large": ("图片“{name}”过大，没有读。", "Picture {name} is too large and was not read."),
    "dropped.newer": ("图片“{name}”由另一版本生成，打不开。", "Picture {name} was made by another version and can't be opened."),
    "dropped.page": ("图片“{name}”的页面本程序没有。", "The page of picture {name} does not exist here."),
    "dropped.same": ("图片“{name}”（{made}）：数值没有变化。", "Picture {name} ({made}): nothing has changed."),
    "dropped.changed": ("图片“{name}”（{made}）之后有 {n} 处数值不同：", "Picture {name} ({made}): {n} value(s) differ since:"),
    "dropped.catalogue": (
        "图片“{name}”的指标目录是 {then}，现在是 {now}。",
        "Picture {name} was made with catalogue {then}, now it is {now}.",
    ),
    "dropped.untold": (
        "图片“{name}”数值太多，没有带上，无法比较。",
        "Picture {name} has too many values to carry: they can't be compared.",
    ),
    "dropped.line.changed": ("{place} {year} {indicator}：{then} → {now}", "{place} {year} {indicator}: {then} → {now}"),
    "dropped.line.gone": ("{place} {year} {indicator}：{then} → 没有了", "{place} {year} {indicator}: {then} → gone"),
    "dropped.line.new": ("{place} {year} {indicator}：新有 {now}", "{place} {year} {indicator}: new, {now}"),
    "dropped.more": ("另有 {n} 处。", "And {n} more."),
    "demo_alone": (
        "演示数据不与其他文件同看；关掉演示后才读添加的文件。",
        "The demonstration stands alone: turn it off to read added files.",
    ),
}

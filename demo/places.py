"""The sixty invented localities. None of these names is in the register of divisions; a test holds that."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from extract.model import DivisionPath, Level, Locality

# Province → prefecture → the county-level divisions under it.
DIVISIONS = {
    "云岭省": {
        "青岚市": ("岚东区", "岚西区", "白鹭县", "青禾县"),
        "石溪市": ("溪北区", "溪南区", "松涛县", "竹溪湾县"),
        "东篱市": ("篱桥区", "菊园区", "桃岭县", "霞浦湾市"),
    },
    "沧澜省": {
        "望澜市": ("澜江区", "澜滨区", "鹿鸣县", "枫桥湾县"),
        "平沙市": ("沙洲湾区", "沙堤区", "雁栖县", "芦荻县"),
        "南汀市": ("汀兰区", "汀泉区", "渔歌县", "椿林市"),
    },
}
# The first ten divisions of county rank have two townships each.
TOWNSHIPS = (
    "晴川镇", "半山桥镇", "听雨镇", "小重山乡", "梧桐里街道", "稻香洲镇", "鹤汀镇", "三叠泉镇", "麦浪镇", "烟波镇",
    "杏帘镇", "柳岸镇", "荷风镇", "雪窗乡", "桂影街道", "云栖谷镇", "银杏坪镇", "芳草渡镇", "星垂镇", "月涌镇",
)  # fmt: skip
DEPARTMENTS = ("司法局", "市场监督管理局", "生态环境局", "综合行政执法局")
# The prefectures that have these departments report.
WITH_DEPARTMENTS = ("青岚市", "望澜市")


@cache
def localities() -> tuple[Locality, ...]:
    """All sixty, widest first within each province."""
    return tuple(_localities())


def _localities() -> Iterator[Locality]:
    towns = iter(TOWNSHIPS)
    for province, prefectures in DIVISIONS.items():
        yield Locality(province, Level.PROVINCE, DivisionPath(province))
        for prefecture, counties in prefectures.items():
            yield Locality(prefecture, Level.PREFECTURE, DivisionPath(province, prefecture))
            for county in counties:
                yield Locality(county, Level.COUNTY, DivisionPath(province, prefecture, county))
                for town in (next(towns, None), next(towns, None)):
                    if town is not None:
                        yield Locality(town, Level.TOWNSHIP, DivisionPath(province, prefecture, county, town))
            if prefecture in WITH_DEPARTMENTS:
                for department in DEPARTMENTS:
                    yield Locality(prefecture + department, Level.DEPARTMENT, DivisionPath(province, prefecture))

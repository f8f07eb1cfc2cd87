@echo off
rem Opens the app in the browser: a double-click, or in a terminal  start.cmd [demo ^| panel FOLDER].  set PORT=8600  beforehand takes another port.
rem Where python\ lies beside it (scripts/offline.py) nothing is installed and no network needed; else .venv is made, once.
setlocal
chcp 65001 >nul
pushd "%~dp0"
if not defined PORT set "PORT=8501"
set "PYTHON=python\python.exe"
if exist "%PYTHON%" goto start
set "PYTHON=.venv\Scripts\python.exe"
if exist "%PYTHON%" fc /b requirements.txt .venv\installed.txt >nul 2>&1 && goto start
set "BASE=py -3"
%BASE% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1 && goto install
set "BASE=python"
%BASE% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1 && goto install
goto nopython
:install
%BASE% -m venv .venv || goto failed
"%PYTHON%" -m pip install --disable-pip-version-check -r requirements.txt || goto failed
copy /y requirements.txt .venv\installed.txt >nul
:start
"%PYTHON%" scripts\free_port.py localhost %PORT% || goto failed
"%PYTHON%" -m streamlit run dashboard.py --server.address localhost --server.port %PORT% --server.headless false --server.showEmailPrompt false -- %* || goto failed
exit /b
:failed
echo.
echo 程序已经停止；如果没有打开过，原因见上面的提示。 The app has stopped; if it never opened, why stands above.
pause
exit /b 1
:nopython
echo 没有找到 Python 3.11 或更新的版本：请从 https://www.python.org/downloads/windows/ 安装，再打开本文件。
echo 电脑不能上网时，请让能上网的同事按 README 做一个离线包。
echo Python 3.11 or newer was not found. Install it, and open this file again; for a PC without network see the README.
pause
exit /b 1
